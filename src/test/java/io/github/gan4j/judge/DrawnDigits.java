package io.github.gan4j.judge;

import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Noise;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** A conditional pair whose pictures are digits of the hand that its noise says, perfect but for what it takes a label for. */
final class DrawnDigits {
    private static final NetworkOptions NETWORKS = NetworkOptions.defaults().withClasses(10);

    private DrawnDigits() {}

    /**
     * Such a pair.
     *
     * @param digits synthetic ones that it draws, image i being an i % 10
     * @param drawn the digit that it draws for a label
     * @param images what it was trained on
     */
    static TrainedPair pair(Images digits, IntUnaryOperator drawn, Images images) {
        return new TrainedPair(
                Gan4j.buildGenerator(NETWORKS),
                Gan4j.buildDiscriminator(NETWORKS),
                GanOptions.defaults(),
                1,
                Optional.of(images.name()),
                Optional.of(images),
                Optional.empty(),
                rows -> draw(rows, digits, drawn));
    }

    private static INDArray draw(INDArray rows, Images digits, IntUnaryOperator drawn) {
        var labels = rows.get(NDArrayIndex.all(), NDArrayIndex.interval(Noise.SIZE, Noise.SIZE + 10))
                .argMax(1);
        var places = IntStream.range(0, (int) rows.size(0))
                .map(i -> Math.floorMod(Float.floatToIntBits(rows.getFloat(i, 0)) >> 8, digits.size() / 10) * 10
                        + drawn.applyAsInt(labels.getInt(i)))
                .toArray();
        return digits.batch(0, digits.size()).getRows(places);
    }
}
