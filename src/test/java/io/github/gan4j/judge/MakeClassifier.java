package io.github.gan4j.judge;

import io.github.gan4j.Images;
import io.github.gan4j.data.DataFolder;
import io.github.gan4j.data.Dataset;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.Sha256;
import io.github.gan4j.judge.Evaluator.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Makes the digit classifier that the library carries, from the folder of MNIST's files:
 *
 * <pre>java -cp target/test-classes:target/gan4j.jar io.github.gan4j.judge.MakeClassifier MNIST_FOLDER TARGET_FOLDER</pre>
 *
 * <p>Weights that are in the target folder already are only measured again. Weights and reference are the same bytes on
 * every machine; the distances to training images come from matrix products and may differ in their last digits.
 */
public final class MakeClassifier {
    private static final int COUNT = 10_000;
    private static final long NOISE_SEED = 42;

    private final Path target;
    private final Images training;
    private final Images test;

    private MakeClassifier(Path mnist, Path target) {
        this.target = target;
        this.training = DataFolder.load(mnist, Dataset.MNIST.train());
        this.test = DataFolder.load(mnist, Dataset.MNIST.test());
    }

    /**
     * Trains, measures and writes.
     *
     * @param arguments the folder of MNIST's files, and the folder to write the classifier's files into
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        NativeTuning.ensure();
        var target = Path.of(arguments[1]);
        Files.createDirectories(target);
        new MakeClassifier(Path.of(arguments[0]), target).make();
    }

    private void make() throws IOException {
        var classifier = new DigitClassifier(network());
        var reference = Reference.of(classifier.predict(all(training)).features());
        Files.write(target.resolve(Resources.REFERENCE), reference.pack());
        var properties = new Properties();
        properties.setProperty("name", Baselines.CLASSIFIER);
        properties.setProperty("recipe", ClassifierTraining.RECIPE);
        properties.setProperty("testAccuracy", Double.toString(accuracy(classifier.predict(all(test)))));
        properties.setProperty("weights.sha256", Sha256.of(Files.readAllBytes(target.resolve(Resources.WEIGHTS))));
        properties.setProperty("reference.sha256", Sha256.of(reference.pack()));
        putBaselines(classifier, reference, properties);
        write(properties);
    }

    private DigitNetwork network() throws IOException {
        var weights = target.resolve(Resources.WEIGHTS);
        if (Files.notExists(weights)) {
            Files.write(weights, Floats.pack(ClassifierTraining.train(training).rows()));
        }
        var network = new DigitNetwork();
        Floats.unpack(Files.readAllBytes(weights), network.rows());
        return network;
    }

    private void putBaselines(DigitClassifier classifier, Reference reference, Properties properties) {
        var images = all(test);
        var labels = IntStream.of(test.labels()).boxed().toList();
        var nearest = CopyCheck.nearestDistances(
                images.getRows(IntStream.range(0, CopyCheck.SAMPLES).toArray()), training);
        properties.setProperty("copyDistance", Double.toString(nearest[0]));
        var evaluator = new Evaluator(classifier, reference, nearest[0]);
        Baselines.write(
                evaluator.evaluate(images, new Subject(test.name(), 0, 0), Optional.of(training), labels),
                Baselines.REAL,
                properties);
        Baselines.write(
                evaluator.evaluate(
                        PureNoise.draw(COUNT, 784, NOISE_SEED),
                        new Subject("pure noise", 0, NOISE_SEED),
                        Optional.of(training)),
                Baselines.NOISE,
                properties);
    }

    private double accuracy(Predictions predictions) {
        var labels = test.labels();
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            right += predictions.digit(i) == labels[i] ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private static INDArray all(Images images) {
        return images.batch(0, images.size());
    }

    /** Sorted and without a date, so that the same classifier gives the same file. */
    private void write(Properties properties) throws IOException {
        var sorted = new TreeMap<Object, Object>(properties);
        var lines = sorted.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(target.resolve(Resources.PROPERTIES), lines);
    }
}
