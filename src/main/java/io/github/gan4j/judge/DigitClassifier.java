package io.github.gan4j.judge;

import io.github.gan4j.internal.ArrayChecks;
import io.github.gan4j.internal.Once;
import io.github.gan4j.internal.Workers;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Reads digits: the measuring instrument {@code gan4j digits-1}, trained on MNIST and shipped with the library. */
public final class DigitClassifier {
    private static final int LANES = 128;
    private static final Once<DigitClassifier> SHIPPED = new Once<>(() -> new DigitClassifier(Resources.network()));

    private final DigitNetwork network;

    DigitClassifier(DigitNetwork network) {
        this.network = network;
    }

    /** The classifier that the library carries. */
    public static DigitClassifier shipped() {
        return SHIPPED.get();
    }

    /**
     * Reads images.
     *
     * @param images [n, 784] in -1..1
     * @throws IllegalArgumentException if the shape or the range is another
     */
    public Predictions predict(INDArray images) {
        var pixels = ArrayChecks.images("evaluate", "images", images, DigitNetwork.PIXELS)
                .toFloatMatrix();
        var predictions = new Predictions(
                new float[pixels.length][DigitNetwork.FEATURES], new float[pixels.length][DigitNetwork.DIGITS]);
        int blocks = (pixels.length + LANES - 1) / LANES;
        Workers.current().forEach(blocks, block -> predict(pixels, block * LANES, predictions));
        return predictions;
    }

    private void predict(float[][] pixels, int from, Predictions predictions) {
        int count = Math.min(LANES, pixels.length - from);
        var values = network.forward(lanes(pixels, from, count));
        var features = values.get(values.size() - 2);
        var logits = values.get(values.size() - 1);
        for (int lane = 0; lane < count; lane++) {
            for (int feature = 0; feature < features.length; feature++) {
                predictions.features()[from + lane][feature] = features[feature][lane];
            }
            predictions.probabilities()[from + lane] = DigitNetwork.probabilities(logits, lane);
        }
    }

    private static float[][] lanes(float[][] pixels, int from, int count) {
        var lanes = new float[DigitNetwork.PIXELS][count];
        for (int lane = 0; lane < count; lane++) {
            for (int pixel = 0; pixel < DigitNetwork.PIXELS; pixel++) {
                lanes[pixel][lane] = DigitNetwork.input(pixels[from + lane][pixel]);
            }
        }
        return lanes;
    }
}
