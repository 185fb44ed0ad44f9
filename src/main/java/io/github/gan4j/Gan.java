package io.github.gan4j;

import io.github.gan4j.data.DataFinder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Given;
import io.github.gan4j.internal.LabelChecks;
import io.github.gan4j.internal.Memory;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.OneLine;
import io.github.gan4j.judge.Diagnostician;
import io.github.gan4j.judge.GanEvaluation;
import io.github.gan4j.judge.RunEvaluation;
import io.github.gan4j.judge.TrainedPair;
import io.github.gan4j.keep.Checkpoint;
import io.github.gan4j.keep.CheckpointFile;
import io.github.gan4j.model.Networks;
import io.github.gan4j.train.Trainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The pair: a generator that learns to draw what its discriminator takes for real.
 *
 * <p>One thread at a time may use a pair; different pairs do not disturb each other.
 */
public final class Gan {
    private final Generator generator;
    private final Discriminator discriminator;
    private final GanOptions options;
    private final Trainer trainer;
    private final List<ImageGrid> grids = new CopyOnWriteArrayList<>(); // live output reads while a run adds
    private final List<Evaluation> evaluations = new CopyOnWriteArrayList<>();

    Gan(Generator generator, Discriminator discriminator, GanOptions options) {
        Check.argument(
                generator.network() != discriminator.network(),
                "buildGan: generator and discriminator must be two networks, but got the same one twice.%n"
                        + "Write buildGan(buildGenerator(), buildDiscriminator()).");
        Check.argument(
                generator.shape().equals(discriminator.shape()),
                "buildGan: generator and discriminator must be for images of one shape, but got %s and %s.%n"
                        + "Build both with NetworkOptions.defaults().withShape(images.shape()).",
                generator.shape(),
                discriminator.shape());
        Check.argument(
                generator.classes() == discriminator.classes(),
                "buildGan: generator and discriminator must take labels of as many classes, but got %d and %d (0 is none).%n%s",
                generator.classes(),
                discriminator.classes(),
                LabelChecks.building(Math.max(generator.classes(), discriminator.classes())));
        options.objective().requireConsistent();
        Networks.requireLastLayer(discriminator.network(), options.loss());
        this.generator = generator;
        this.discriminator = discriminator;
        this.options = options;
        this.trainer = new Trainer(generator, discriminator, options);
    }

    private Gan(Checkpoint checkpoint) {
        this.generator = checkpoint.buildGenerator();
        this.discriminator = checkpoint.buildDiscriminator();
        this.options = checkpoint.options();
        this.trainer = new Trainer(generator, discriminator, options, checkpoint.progress());
        checkpoint.resume(generator.network(), discriminator.network());
    }

    static Gan load(Path file) {
        return new Gan(CheckpointFile.load(file));
    }

    /** Throws unless this pair can be saved there, so that nobody trains for an hour first. */
    void requireSaves(Path file) {
        Checkpoint.requireSavable(generator, discriminator, options);
        trainer.run("save", () -> {
            CheckpointFile.rehearse(file, Checkpoint.bytes(generator, discriminator));
            return file;
        });
    }

    /** On the trainer's own thread, because Java closes a file that an interrupted thread writes. */
    void write(Path file) {
        trainer.run("save", () -> {
            CheckpointFile.save(Checkpoint.of(generator, discriminator, options, trainer.progress()), file);
            return file;
        });
    }

    /** The network that draws. */
    public Generator generator() {
        return generator;
    }

    /** The network that judges. */
    public Discriminator discriminator() {
        return discriminator;
    }

    /** The shape of the images that the pair is about. */
    public ImageShape shape() {
        return generator.shape();
    }

    /** The number of classes of a conditional pair, whose labels are 0 to that number less 1; 0 of any other pair. */
    public int classes() {
        return generator.classes();
    }

    /** How the pair is trained. */
    public GanOptions options() {
        return options;
    }

    /** The number of training steps so far. */
    public int step() {
        return trainer.steps();
    }

    /** The name of the images that the pair was trained on last, if it has been. */
    public Optional<String> trainedOn() {
        return trainer.trainedOn();
    }

    /** The pixels of the images that were trained on last, if any have been since the pair was built or loaded. */
    public Optional<PixelStatistics> trainedPixels() {
        return trainer.pixels();
    }

    /** The losses of all steps so far; they survive a run that was interrupted. */
    public LossHistory history() {
        return historyFrom(0, 0, 0);
    }

    /** What was measured from a loss, a grid and an evaluation on, each counted from 0. */
    LossHistory historyFrom(int firstLoss, int firstGrid, int firstEvaluation) {
        return new LossHistory(
                options.loss(),
                trainer.losses(firstLoss),
                grids.stream().skip(firstGrid).toList(),
                evaluations.stream().skip(firstEvaluation).toList());
    }

    /** Keeps a grid that was drawn while training. */
    void add(ImageGrid grid) {
        grids.add(grid);
    }

    /**
     * Images that the generator draws from the pair's training noise, in inference mode; the noise comes from the pair's seed.
     * A conditional pair draws its classes in turn: image i is of class i % classes.
     *
     * @return a new array [n, features] in -1..1
     * @throws IllegalArgumentException if n is below 1, or above what an array holds or this process may take
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public INDArray sample(int n) {
        Check.argument(
                n >= 1 && n <= Noise.MAX,
                "sample: n must be 1 to %,d, but got %,d.%nWrite sample(gan, 16).",
                Noise.MAX,
                n);
        requireMemory(String.format(Locale.ROOT, "%,d images", n), n, "Take fewer at a time: sample(gan, 10_000)");
        return draw(OneHot.of(classes()).inTurn(n), n);
    }

    /** One image of each label, with noise from the pair's seed. */
    INDArray sampleLabels(int[] labels) {
        LabelChecks.requireClasses("sample", classes());
        Check.argument(
                labels.length >= 1 && labels.length <= Noise.MAX,
                "sample: there must be 1 to %,d labels, but got %,d.%nWrite sample(gan, new int[] {0, 1, 2}).",
                Noise.MAX,
                labels.length);
        var wanted = IntStream.of(labels).boxed().toList();
        LabelChecks.inRange("sample", wanted, classes(), "Write sample(gan, new int[] {0, 1}).");
        requireMemory(
                String.format(Locale.ROOT, "%,d images", labels.length),
                labels.length,
                "Take fewer at a time, 10,000 labels or so");
        return draw(wanted, labels.length);
    }

    private INDArray draw(List<Integer> labels, int n) {
        var behind = OneHot.of(classes());
        return trainer.sample(() -> behind.behind(options.noise().draw(n, options.seed()), labels));
    }

    /** Judges samples, and holds the pair meanwhile, so that they are of one state. */
    Evaluation evaluation(EvaluationOptions evaluation) {
        return trainer.hold("evaluate", () -> GanEvaluation.of(trained(), evaluation, trainingImages()));
    }

    /** Judges samples as a run does, and keeps what it finds. */
    void judgeBy(RunEvaluation judge) {
        evaluations.add(judged(judge));
    }

    /** Judges samples as a run does. */
    Evaluation judged(RunEvaluation judge) {
        return judge.of(trained());
    }

    /** Says what a history and the pair's pictures look like, and holds the pair meanwhile. */
    Diagnosis diagnosis(LossHistory history) {
        return trainer.hold("diagnose", () -> Diagnostician.diagnose(history, trained()));
    }

    /** After loading they are at hand where they are MNIST's, and MNIST is on this machine. */
    private Optional<Images> trainingImages() {
        return trainer.images()
                .or(() -> trainer.imagesSha256()
                        .filter(Dataset.MNIST.train().images().digest()::equals)
                        .flatMap(digest -> DataFinder.of(Dataset.MNIST).trainIfHere()));
    }

    private TrainedPair trained() {
        return new TrainedPair(
                generator,
                discriminator,
                options,
                step(),
                trainedOn(),
                trainer.images(),
                trainedPixels(),
                trainer::sample);
    }

    /** The evaluation that a run made of the pair as it is now, if there is one. */
    Optional<Evaluation> latestEvaluation() {
        var evaluations = history().evaluations();
        return evaluations.stream()
                .skip(Math.max(0, evaluations.size() - 1))
                .filter(evaluation -> evaluation.step() == step())
                .findFirst();
    }

    /**
     * The generator's images for noise of the caller's choice, in inference mode.
     *
     * @param noise [n, 100], for example {@code Noise.STANDARD.draw(16, 7)}; of a conditional pair with one-hot labels behind
     *     it, [n, 100 + classes]
     * @return a new array [n, features] in -1..1
     * @throws IllegalArgumentException if the noise has another shape, or a value that is not finite
     * @throws IllegalStateException if another thread is at work on the pair
     */
    public INDArray sample(INDArray noise) {
        var checked = ArrayChecks.noise("sample", Given.given("sample", "noise", noise), Noise.SIZE, classes());
        requireMemory(
                String.format(Locale.ROOT, "images of %,d noise vectors", checked.size(0)),
                checked.size(0),
                "Give fewer at a time: noise.get(NDArrayIndex.interval(0, 10_000))");
        return trainer.sample(() -> checked);
    }

    /** The images, and their noise as it came and in order. */
    private void requireMemory(String what, long rows, String repair) {
        long bytes = rows * Float.BYTES * (2 * (Noise.SIZE + classes()) + shape().features());
        Memory.require("sample", what, 0, bytes, repair);
    }

    Trainer trainer() {
        return trainer;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "gan after %,d steps, %,d parameters",
                step(),
                generator.network().numParams() + discriminator.network().numParams());
    }
}
