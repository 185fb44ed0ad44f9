package io.github.gan4j;

import static io.github.gan4j.internal.Given.file;
import static io.github.gan4j.internal.Given.given;

import io.github.gan4j.data.DataFinder;
import io.github.gan4j.data.DataFolder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.data.IdxReader;
import io.github.gan4j.data.ImageFolder;
import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.exercise.Exercises;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Libraries;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.WholeFile;
import io.github.gan4j.model.KerasSummary;
import io.github.gan4j.model.Networks;
import io.github.gan4j.show.Display;
import io.github.gan4j.show.HtmlPage;
import io.github.gan4j.show.ImageFiles;
import io.github.gan4j.show.Png;
import io.github.gan4j.show.Window;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.plotly.components.Figure;

/**
 * Every verb of the toolkit, for {@code import static io.github.gan4j.Gan4j.*;}.
 *
 * <p>A verb only forwards; follow it to the type that does the work. An argument that is null is an IllegalArgumentException
 * that names it.
 */
public final class Gan4j {
    static {
        Libraries.problem().ifPresent(System.err::println); // JShell's own message would name a class
        NativeTuning.ensure();
        Display.register();
    }

    private Gan4j() {}

    /**
     * MNIST's 60,000 training images and their labels, wherever they can be had: in the folder that the setting
     * {@code gan4j.data} names and nowhere else; without it in {@code data/mnist}, in the user's cache, or downloaded
     * into that unless {@code gan4j.offline} is set.
     *
     * @return the images, values -1..1 in batches (tutorial step 7)
     * @throws UncheckedIOException if they cannot be had; the message names every place tried and what to do
     */
    public static Images loadMnist() {
        return DataFinder.of(Dataset.MNIST).train();
    }

    /**
     * MNIST's 60,000 training images and their labels, from a folder.
     *
     * @param directory holds {@code train-images-idx3-ubyte} and {@code train-labels-idx1-ubyte}, plain or as {@code .gz}, or
     *     under other names: their digests tell
     * @return the images, values -1..1 in batches (tutorial step 7)
     * @throws UncheckedIOException if a file is missing, cannot be read or has another content than MNIST's
     */
    public static Images loadMnist(Path directory) {
        return DataFolder.load(file("loadMnist", "directory", directory), Dataset.MNIST.train());
    }

    /**
     * MNIST's 10,000 test images and their labels, looked for like those of {@link #loadMnist()}.
     *
     * @return the images, values -1..1 in batches
     * @throws UncheckedIOException if they cannot be had; the message names every place tried and what to do
     */
    public static Images loadMnistTest() {
        return DataFinder.of(Dataset.MNIST).test();
    }

    /**
     * MNIST's 10,000 test images and their labels, from a folder.
     *
     * @param directory holds {@code t10k-images-idx3-ubyte} and {@code t10k-labels-idx1-ubyte}, plain or as {@code .gz}, or
     *     under other names: their digests tell
     * @return the images, values -1..1 in batches
     * @throws UncheckedIOException if a file is missing, cannot be read or has another content than MNIST's
     */
    public static Images loadMnistTest(Path directory) {
        return DataFolder.load(file("loadMnistTest", "directory", directory), Dataset.MNIST.test());
    }

    /**
     * Fashion-MNIST's 60,000 training images of clothes and their labels, looked for like those of {@link #loadMnist()}, in
     * folders called {@code fashion-mnist}. Its files are checked as they are packed, so only {@code .gz} files do.
     *
     * @return the images, values -1..1 in batches
     * @throws UncheckedIOException if they cannot be had; the message names every place tried and what to do
     */
    public static Images loadFashionMnist() {
        return DataFinder.of(Dataset.FASHION_MNIST).train();
    }

    /**
     * Fashion-MNIST's 60,000 training images and their labels, from a folder.
     *
     * @param directory holds {@code train-images-idx3-ubyte.gz} and {@code train-labels-idx1-ubyte.gz} of Fashion-MNIST
     * @return the images, values -1..1 in batches
     * @throws UncheckedIOException if a file is missing, cannot be read or has another content than Fashion-MNIST's
     */
    public static Images loadFashionMnist(Path directory) {
        return DataFolder.load(file("loadFashionMnist", "directory", directory), Dataset.FASHION_MNIST.train());
    }

    /**
     * CIFAR-10's 50,000 colour pictures of 32x32 pixels for training and their labels, looked for like those of
     * {@link #loadMnist()}, in folders called {@code cifar-10}. The archive of the binary version is checked as it is packed; to
     * download it, 170 MB, may take minutes.
     *
     * @return the images, values -1..1 in batches; {@code labelNames()} says what the ten classes are
     * @throws UncheckedIOException if they cannot be had; the message names every place tried and what to do
     */
    public static Images loadCifar10() {
        return DataFinder.of(Dataset.CIFAR_10).train();
    }

    /**
     * CIFAR-10's 50,000 training images and their labels, from a folder.
     *
     * @param directory holds {@code cifar-10-binary.tar.gz}
     * @return the images, values -1..1 in batches; {@code labelNames()} says what the ten classes are
     * @throws UncheckedIOException if the file is missing, cannot be read or has another content than CIFAR-10's
     */
    public static Images loadCifar10(Path directory) {
        return DataFolder.load(file("loadCifar10", "directory", directory), Dataset.CIFAR_10.train());
    }

    /**
     * Images of one's own, without labels. EMNIST's pictures lie on their side: {@code loadIdx(images).transposed()} turns them.
     *
     * @param images an IDX file of grey images of up to 1024x1024 pixels with values 0..255, plain or packed with gzip
     * @return the images, named after the file, values -1..1 in batches
     * @throws UncheckedIOException if the file cannot be read or is no such IDX file; the message says which
     */
    public static Images loadIdx(Path images) {
        return IdxReader.load(file("loadIdx", "images", images));
    }

    /**
     * Images of one's own, with labels; {@code loadIdx(images, labels).transposed()} turns EMNIST's.
     *
     * @param images an IDX file of grey images of up to 1024x1024 pixels with values 0..255, plain or packed with gzip
     * @param labels an IDX file of as many labels, 0..255
     * @return the images, named after the file, values -1..1 in batches
     * @throws UncheckedIOException if a file cannot be read or is no such IDX file; the message says which
     * @throws IllegalArgumentException if there is not one label for each image
     */
    public static Images loadIdx(Path images, Path labels) {
        return IdxReader.load(file("loadIdx", "images", images), file("loadIdx", "labels", labels));
    }

    /**
     * Pictures of one's own, all of one size. Those of sub-folders get a label each: the sub-folders are the classes, in sorted
     * order. What cannot be read is skipped, and a printed line says so.
     *
     * @param folder holds PNG, JPEG, GIF (of which the first picture counts), BMP or TIFF files, also in sub-folders, and may
     *     hold others; grey ones give 1 channel, coloured ones 3
     * @return the images, sorted by the names of their files and named after the folder, values -1..1 in batches
     * @throws UncheckedIOException if no picture can be read, they have several sizes, or sides of more than 1,024 pixels
     * @throws IllegalArgumentException if they do not fit into memory
     */
    public static Images loadImages(Path folder) {
        return ImageFolder.load(file("loadImages", "folder", folder));
    }

    /**
     * Pictures of one's own, of any sizes: each is scaled to cover the shape, and what stands over on two sides is cut off. For
     * the rest like {@link #loadImages(Path)}.
     *
     * @param folder holds PNG, JPEG, GIF, BMP or TIFF files, also in sub-folders, and may hold others
     * @param shape for example {@code new ImageShape(64, 64, 3)}; with 1 channel, colours become greys by luminance
     * @return the images, sorted by the names of their files and named after the folder, values -1..1 in batches
     * @throws UncheckedIOException if no picture can be read
     * @throws IllegalArgumentException if they do not fit into memory
     */
    public static Images loadImages(Path folder, ImageShape shape) {
        return ImageFolder.load(file("loadImages", "folder", folder), given("loadImages", "shape", shape));
    }

    /**
     * Digits drawn by a program: the same bytes on every machine, no network, nobody's handwriting.
     *
     * @param count how many, 1 to 2,739,137; the label of image i is i % 10
     * @param seed another seed, other digits; image i of a seed does not depend on the count
     * @return images that call themselves synthetic, values -1..1 in batches
     * @throws IllegalArgumentException if the count is out of range
     */
    public static Images syntheticDigits(int count, long seed) {
        return SyntheticDigits.draw(count, seed);
    }

    /**
     * Digits to learn from on any machine: MNIST's training images as {@link #loadMnist()} gives them, else 60,000
     * synthetic digits (seed 42) and one printed line that says so and names what was refused.
     *
     * @return the images, values -1..1 in batches; {@link Images#isSynthetic()} tells which
     * @throws UncheckedIOException if the setting {@code gan4j.data} names a folder that does not hold MNIST
     */
    public static Images loadDigits() {
        return DataFinder.of(Dataset.MNIST).trainOrSynthetic();
    }

    /** The tutorial's generator with seed 42 (tutorial step 2). */
    public static Generator buildGenerator() {
        return buildGenerator(NetworkOptions.defaults());
    }

    /** The tutorial's generator (tutorial step 2), or with {@code NetworkOptions.dcgan()} a convolutional one. */
    public static Generator buildGenerator(NetworkOptions options) {
        given("buildGenerator", "options", options);
        return new Generator(Networks.generator(options), options.shape(), options.classes());
    }

    /** The tutorial's discriminator with seed 42 (tutorial step 3). */
    public static Discriminator buildDiscriminator() {
        return buildDiscriminator(NetworkOptions.defaults());
    }

    /** The tutorial's discriminator (tutorial step 3), or with {@code NetworkOptions.dcgan()} a convolutional one. */
    public static Discriminator buildDiscriminator(NetworkOptions options) {
        given("buildDiscriminator", "options", options);
        return new Discriminator(Networks.discriminator(options), options.shape(), options.classes());
    }

    /** The pair with the tutorial's options and seed 42; see {@link #buildGan(Generator, Discriminator, GanOptions)}. */
    public static Gan buildGan(Generator generator, Discriminator discriminator) {
        return buildGan(generator, discriminator, GanOptions.defaults());
    }

    /**
     * Makes a pair of two networks, which it trains from now on: each gets a new Adam at step 0 (tutorial step 4).
     *
     * @throws IllegalArgumentException if both are the same network
     */
    public static Gan buildGan(Generator generator, Discriminator discriminator, GanOptions options) {
        return new Gan(
                given("buildGan", "generator", generator),
                given("buildGan", "discriminator", discriminator),
                given("buildGan", "options", options));
    }

    /** Prints a generator's layers as Keras does (tutorial step 2). */
    public static void summary(Generator generator) {
        System.out.println(KerasSummary.of(given("summary", "generator", generator)));
    }

    /** Prints a discriminator's layers as Keras does (tutorial step 3). */
    public static void summary(Discriminator discriminator) {
        System.out.println(KerasSummary.of(given("summary", "discriminator", discriminator)));
    }

    /** Prints the pair as Keras prints the stack, with the discriminator frozen (tutorial step 5). */
    public static void summary(Gan gan) {
        given("summary", "gan", gan);
        System.out.println(KerasSummary.of(gan.generator(), gan.discriminator()));
    }

    /** Prints the layers of any DL4J network as Keras does. */
    public static void summary(MultiLayerNetwork network) {
        System.out.println(KerasSummary.of(given("summary", "network", network)));
    }

    /**
     * Updates both networks once, on a batch and noise that the pair draws itself (tutorial step 8).
     *
     * @return the losses before the update
     * @throws IllegalArgumentException if there are fewer images than half a batch
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static StepLoss trainStep(Gan gan, Images images) {
        return given("trainStep", "gan", gan).trainer().step(given("trainStep", "images", images));
    }

    /**
     * Updates both networks once, on exactly these arrays, none of which is changed (tutorial step 8).
     *
     * @param real real images [h, features] in -1..1, for MNIST [h, 784]
     * @param discriminatorNoise noise [h, 100] for the fakes that the discriminator sees
     * @param generatorNoise noise [b, 100] for the generator's own update
     * @return the losses before the update
     * @throws IllegalArgumentException if a shape or a range is another
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static StepLoss trainStep(Gan gan, INDArray real, INDArray discriminatorNoise, INDArray generatorNoise) {
        given("trainStep", "gan", gan);
        given("trainStep", "real", real);
        given("trainStep", "discriminatorNoise", discriminatorNoise);
        given("trainStep", "generatorNoise", generatorNoise);
        ArrayChecks.requireFeatures(
                "trainStep", "real images", real, gan.shape().features());
        return trainStep(gan, Batch.of(real, discriminatorNoise, generatorNoise));
    }

    /**
     * Updates both networks once, on exactly this batch, of which nothing is changed.
     *
     * @return the losses before the update
     * @throws IllegalArgumentException if its images are of another shape than the pair's
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static StepLoss trainStep(Gan gan, Batch batch) {
        return given("trainStep", "gan", gan).trainer().step(given("trainStep", "batch", batch));
    }

    /**
     * Trains a pair, with progress on the output, for so many steps (tutorial step 1: the tutorial's 5,000).
     *
     * @return the losses of these steps; {@code gan.history()} has those of all runs
     * @throws IllegalArgumentException if the steps are below 1 or the images too few for a batch
     * @throws IllegalStateException if a loss is NaN or infinite, or another thread is at work on the pair
     */
    public static LossHistory train(Gan gan, Images images, int steps) {
        return train(gan, images, TrainOptions.steps(steps));
    }

    /**
     * Trains a pair. An interrupt ends the run after the step in progress, and stays set.
     *
     * @return the losses of this run; {@code gan.history()} has those of all runs
     * @throws IllegalArgumentException if the images are too few for a batch, or checkpoints are asked for of a pair that
     *     {@link #save} refuses
     * @throws UncheckedIOException if a checkpoint cannot be written where the options want it
     * @throws IllegalStateException if a loss is NaN or infinite, or another thread is at work on the pair
     */
    public static LossHistory train(Gan gan, Images images, TrainOptions options) {
        return TrainingRun.of(
                given("train", "gan", gan), given("train", "images", images), given("train", "options", options));
    }

    /**
     * Images that the generator draws from the pair's training noise, in inference mode. The noise comes from the
     * pair's seed, so that the same pair draws the same images again; {@code gan.sample(noise)} takes other noise. A
     * conditional pair draws its classes in turn.
     *
     * @return a new array [n, features] in -1..1
     * @throws IllegalArgumentException if n is below 1, or above what an array holds
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static INDArray sample(Gan gan, int n) {
        return given("sample", "gan", gan).sample(n);
    }

    /**
     * Images of classes of one's choice, which the generator of a conditional pair draws in inference mode; the noise comes from the
     * pair's seed, so that {@code sample(gan, new int[] {7, 7})} draws two sevens, and the same ones again.
     *
     * @param labels [n], each 0 to classes - 1
     * @return a new array [n, features] in -1..1
     * @throws IllegalArgumentException if a label is out of range, there is none, or the pair takes no labels
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static INDArray sample(Gan gan, int[] labels) {
        return given("sample", "gan", gan).sampleLabels(given("sample", "labels", labels));
    }

    /**
     * 16 images that the generator draws from the noise it trains on; seed 42, so that grids of different steps compare. Of a
     * conditional pair there is a column for each class, and a row has the same noise in all of them.
     *
     * @param gan not changed
     * @throws IllegalArgumentException if the generator draws NaN
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static ImageGrid plotGrid(Gan gan) {
        return plotGrid(gan, GridOptions.defaults());
    }

    /**
     * Images that the generator draws, with options: {@code GridOptions.defaults().withNoise(Noise.STANDARD)} is the
     * tutorial's noise (tutorial slip E4).
     *
     * @param gan not changed
     * @throws IllegalArgumentException if the generator draws NaN
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static ImageGrid plotGrid(Gan gan, GridOptions options) {
        given("plotGrid", "gan", gan);
        given("plotGrid", "options", options);
        return gan.trainer().hold("plotGrid", () -> GanGrids.of(gan, options));
    }

    /**
     * The first images side by side, 4 x 4 or fewer.
     *
     * @param images what to draw; nothing is changed
     */
    public static ImageGrid plotGrid(Images images) {
        given("plotGrid", "images", images);
        return ImageGrid.of(images.batch(0, Math.min(16, images.size())), images.shape(), 4, 4, images.name());
    }

    /**
     * The first images side by side, 4 x 4 or fewer, on the fixed range -1 black to 1 white (tutorial slip E12).
     *
     * @param images [n, 784] in -1..1, of 28x28 grey pixels, not changed
     * @throws IllegalArgumentException if shape or range are other ones
     */
    public static ImageGrid plotGrid(INDArray images) {
        return ImageGrid.of(given("plotGrid", "images", images), 4, 4, "");
    }

    /**
     * The losses over the steps: the discriminator's as blue dots, the generator's as a red line (tutorial step 9).
     *
     * @throws IllegalArgumentException if there is no step
     */
    public static LossChart plotLosses(LossHistory losses) {
        return new LossChart(given("plotLosses", "losses", losses));
    }

    /**
     * The grids of a run as an animation, all from the same noise.
     *
     * @throws IllegalArgumentException if the history has no grid
     */
    public static GridAnimation plotProgress(LossHistory losses) {
        return new GridAnimation(given("plotProgress", "losses", losses).grids());
    }

    /**
     * A strip of digits on the straight way from one noise vector to another.
     *
     * @param gan not changed
     * @param from noise [1, 100], for example {@code Noise.TRAINING.draw(1, 7)}; of a conditional pair with a one-hot label
     *     behind it, [1, 100 + classes]
     * @param to noise likewise
     * @return 10 images side by side, the first from {@code from}, the last from {@code to}
     * @throws IllegalArgumentException if a noise has another shape, or the generator draws NaN
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static ImageGrid plotInterpolation(Gan gan, INDArray from, INDArray to) {
        given("plotInterpolation", "gan", gan);
        given("plotInterpolation", "from", from);
        given("plotInterpolation", "to", to);
        return gan.trainer().hold("plotInterpolation", () -> GanGrids.between(gan, from, to));
    }

    /**
     * A strip of images on the straight way from one label to another, all of one noise, which comes from the pair's seed.
     *
     * @param gan a conditional pair, not changed
     * @param from a label, 0 to classes - 1
     * @param to another
     * @return 10 images side by side, the first of class {@code from}, the last of class {@code to}
     * @throws IllegalArgumentException if a label is out of range, or the pair takes no labels
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static ImageGrid plotInterpolation(Gan gan, int from, int to) {
        given("plotInterpolation", "gan", gan);
        return gan.trainer().hold("plotInterpolation", () -> GanGrids.between(gan, from, to));
    }

    /**
     * Shows anything: inline in a notebook; drawn in a terminal; as a file whose path is printed where output goes to a log.
     * The setting {@code gan4j.show} overrides what is found: {@code kernel}, {@code kitty}, {@code iterm}, {@code sixel},
     * {@code blocks}, {@code ascii} or {@code file}; the setting {@code gan4j.out} names the folder of files.
     *
     * @param value a grid, a chart, an animation, any {@code BufferedImage}, a Tablesaw {@code Figure} or {@code Table}; the
     *     text of anything else
     * @throws IllegalArgumentException if {@code gan4j.show} names no such way
     * @throws IllegalStateException if it says {@code kernel} outside a notebook
     */
    public static void show(@Nullable Object value) {
        Display.show(value);
    }

    /** Opens a window with a value; where there is no display it says so, and shows the value as a file. */
    public static void showWindow(Object value) {
        Window.show(given("showWindow", "value", value));
    }

    /**
     * Writes images as PNG files into a folder of their own, which {@link #loadImages(Path)} reads back to the same pixels. Where
     * they have labels, each class gets a sub-folder, called by its name or by its number.
     *
     * @param images nothing is changed
     * @param folder is made where it is missing
     * @throws UncheckedIOException if the folder holds something, or cannot be written to
     * @throws IllegalArgumentException if a class has a name that no folder can have
     */
    public static void saveImages(Images images, Path folder) {
        ImageFiles.save(given("saveImages", "images", images), file("saveImages", "folder", folder));
    }

    /**
     * The same with an array of images, for example {@code saveImages(sample(gan, 100), gan.shape(), Path.of("samples"))}.
     *
     * @param images [n, features] in -1..1, not changed
     * @param shape of each image
     * @param folder is made where it is missing
     * @throws UncheckedIOException if the folder holds something, or cannot be written to
     * @throws IllegalArgumentException if shape or range are other ones
     */
    public static void saveImages(INDArray images, ImageShape shape, Path folder) {
        ImageFiles.save(
                given("saveImages", "images", images),
                given("saveImages", "shape", shape),
                file("saveImages", "folder", folder));
    }

    /**
     * Writes a picture as a PNG file: a grid, one image of it ({@code grid.image(0, 3)}) or the image of a chart; folders are made
     * where missing.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static void saveImage(BufferedImage image, Path file) {
        WholeFile.write("saveImage", file("saveImage", "file", file), Png.encode(given("saveImage", "image", image)));
    }

    /**
     * Writes a chart as one HTML file that opens in any browser with no network; folders are made where missing.
     *
     * @param file for example {@code Path.of("target/gan4j/losses.html")}
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void saveHtml(LossChart chart, Path file) {
        WholeFile.write(
                "saveHtml",
                file("saveHtml", "file", file),
                given("saveHtml", "chart", chart).html());
    }

    /**
     * Writes a Tablesaw figure as one HTML file that opens in any browser with no network; folders are made where missing.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public static void saveHtml(Figure figure, Path file) {
        WholeFile.write(
                "saveHtml", file("saveHtml", "file", file), HtmlPage.of("figure", given("saveHtml", "figure", figure)));
    }

    /** Prints versions, the machine, what the native libraries were told, and memory. */
    public static void about() {
        System.out.println(About.text());
    }

    /**
     * Prints what the results of a run rest on: versions, the machine, the images with their SHA-256 digest, and the pair's
     * steps, seconds and options with its seed.
     *
     * @param images what the pair was trained on
     */
    public static void about(Gan gan, Images images) {
        System.out.println(About.text(given("about", "gan", gan), given("about", "images", images)));
    }

    /** Judges 10,000 samples; see {@link #evaluate(Gan, EvaluationOptions)}. */
    public static Evaluation evaluate(Gan gan) {
        return evaluate(gan, EvaluationOptions.defaults());
    }

    /**
     * How good the digits are that a pair draws, read by the classifier {@code gan4j digits-1} that comes with the library;
     * where MNIST is on this machine, also whether they are copies of its training images. Of a conditional pair that was trained on
     * digits also how many are read as they were asked for. With {@code EvaluationOptions.defaults().withReference(images)}, how near
     * images of any kind come to real ones. Nothing is downloaded, and the pair does not change.
     *
     * @return the numbers, which print themselves beside those of real images and of noise
     * @throws IllegalArgumentException if there is no reference and the pair draws other images than 28x28 grey ones, or the
     *     reference is of another shape or of fewer than 200 images
     * @throws IllegalStateException if the generator draws NaN, or another thread is at work on the pair
     */
    public static Evaluation evaluate(Gan gan, EvaluationOptions options) {
        return given("evaluate", "gan", gan).evaluation(given("evaluate", "options", options));
    }

    /**
     * The distance to real images over the steps of a run, for {@code show}.
     *
     * @param history of a run with {@code TrainOptions.withEvaluations}
     * @throws IllegalArgumentException if it holds no evaluation
     */
    public static Figure plotQuality(LossHistory history) {
        return QualityChart.of(given("plotQuality", "history", history));
    }

    /**
     * Names what goes wrong in a training run, with the numbers that show it and the first thing to try, or says why its
     * losses are normal. The pair does not change.
     *
     * @param history the losses of the run
     * @param gan the pair as the run left it
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static Diagnosis diagnose(LossHistory history, Gan gan) {
        given("diagnose", "history", history);
        return given("diagnose", "gan", gan).diagnosis(history);
    }

    /**
     * Saves a pair, so that training goes on from the file bit for bit as if it had never stopped: both networks, both
     * optimizers, options, random state and losses; the grids and evaluations are not kept. A process that is killed
     * meanwhile leaves the earlier file as it was.
     *
     * @param gan not changed
     * @param file for example {@code Path.of("gan.zip")}, in a folder that is there; replaced if it exists
     * @throws UncheckedIOException if it cannot be written; the earlier file is then unchanged
     * @throws IllegalArgumentException if a network has other layers than dense, convolution, activation, batch normalisation,
     *     dropout and output
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public static void save(Gan gan, Path file) {
        given("save", "gan", gan).write(file("save", "file", file));
    }

    /**
     * A new pair as it was when {@link #save} wrote the file. The file may come from a stranger: nothing in it is run, no
     * class that it names is made, and what does not add up is refused.
     *
     * @throws UncheckedIOException if there is no such file, or it is no whole and unchanged checkpoint that this version
     *     can read; the message says which
     */
    public static Gan loadGan(Path file) {
        return Gan.load(file("loadGan", "file", file));
    }

    /**
     * Trains variants with several seeds each, as many runs at once as there are cores, and says whether they differ by more than seeds
     * do. A run that fails is a row as any other. A notebook's stop button ends all runs between two steps and keeps those that were
     * finished. With {@code SweepOptions.withFile} these are kept whatever happens, also when JShell's Ctrl-C takes the result away, and
     * the same call goes on from there. The same seed with as many
     * threads on the same kernels gives the same bits as alone.
     *
     * <pre>{@code
     * var sweep = sweep(digits, SweepOptions.steps(5_000).
     *         withVariant("tutorial", GanOptions.defaults()).
     *         withVariant("shuffled", GanOptions.defaults().withSampling(Sampling.SHUFFLED)));
     * }</pre>
     *
     * @return the runs; {@code println} prints them, {@link #plotSweep} draws them
     * @throws IllegalArgumentException if there is no variant, or the setting {@code gan4j.spark} asks for what was not built
     * @throws UncheckedIOException if the file is not one of a sweep, or cannot be written
     */
    public static Sweep sweep(Images images, SweepOptions options) {
        return SweepRun.of(given("sweep", "images", images), given("sweep", "options", options));
    }

    /**
     * Every run of a sweep as a dot, and the mean of each variant with its interval of 95 %.
     *
     * @throws IllegalArgumentException if no run has a number
     */
    public static Figure plotSweep(Sweep sweep) {
        return SweepChart.of(given("plotSweep", "sweep", sweep));
    }

    /** Prints the titles of the exercises. */
    public static void exercises() {
        System.out.println(Exercises.list());
    }

    /**
     * Prints the task of an exercise, and Java to start from.
     *
     * @throws IllegalArgumentException if there is no exercise of that number
     */
    public static void exercise(int number) {
        System.out.println(Exercises.get("exercise", number).text());
    }

    /**
     * Judges an answer by computing with it, and prints that it is right or what to think of next. The answer does not change.
     *
     * @param answer of the type that the exercise asks for; a lambda is declared with its type first; null is no answer yet
     * @throws IllegalArgumentException if there is no exercise of that number
     */
    public static void check(int number, @Nullable Object answer) {
        System.out.println(Exercises.get("check", number).judge(answer));
    }

    /**
     * Prints Java that solves an exercise and, as a comment below, why.
     *
     * @throws IllegalArgumentException if there is no exercise of that number
     */
    public static void solution(int number) {
        System.out.println(Exercises.get("solution", number).answer().stripTrailing());
    }
}
