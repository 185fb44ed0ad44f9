package io.github.gan4j.train;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.opentest4j.AssertionFailedError;

/** Convolutional networks of many shapes: the fused route in float32 against DL4J's layers in float64. */
class ConvolutionRoutesTest {
    static Stream<Named<RoutePair>> windows() {
        return OwnPairs.windows();
    }

    static Stream<Named<RoutePair>> structures() {
        return OwnPairs.structures();
    }

    @ParameterizedTest
    @MethodSource({"windows", "structures"})
    void learnsAndDrawsWhatDl4jsLayersDo(RoutePair pair) {
        pair.assertRoutesAgree(pair.half() + 2, networks -> {});
    }

    /** A sampler draws so many at a time. */
    @Test
    void drawsMoreImagesThanASamplerHasRoomFor() {
        OwnPairs.onePixel().assertRoutesAgree(300, networks -> {});
    }

    static Stream<Named<RoutePair.Change>> mistakes() {
        return Stream.of(
                Named.of("kernels turned round", networks -> change(networks.discriminator(), "0_W", w -> turned(w))),
                Named.of("padding moved", networks -> change(networks.generator(), "5_W", w -> moved(w))),
                Named.of("no bias", networks -> change(networks.generator(), "10_b", b -> b.mul(0))),
                Named.of("bias of a pixel", networks -> change(networks.discriminator(), "0_b", b -> b.mul(1.001))),
                Named.of("momentum", networks -> norm(networks.generator()).setDecay(0.799)),
                Named.of("epsilon", networks -> norm(networks.generator()).setEps(1.01e-3)),
                Named.of(
                        "slope",
                        networks -> leaky(networks.discriminator()).setActivationFn(new ActivationLReLU(0.2002))));
    }

    private static void change(MultiLayerNetwork network, String name, UnaryOperator<INDArray> change) {
        network.setParam(name, change.apply(network.getParam(name)));
    }

    /** By half a turn. */
    private static INDArray turned(INDArray kernels) {
        return rearranged(kernels, (y, x) -> new long[] {kernels.size(2) - 1 - y, kernels.size(3) - 1 - x});
    }

    /** By one row, as padding of one more at one side and one less at the other does. */
    private static INDArray moved(INDArray kernels) {
        return rearranged(kernels, (y, x) -> new long[] {(y + 1) % kernels.size(2), x});
    }

    private static INDArray rearranged(INDArray kernels, BiFunction<Integer, Integer, long[]> from) {
        var all = NDArrayIndex.all();
        var result = kernels.dup();
        for (int y = 0; y < kernels.size(2); y++) {
            for (int x = 0; x < kernels.size(3); x++) {
                var place = from.apply(y, x);
                var tap = kernels.get(all, all, NDArrayIndex.point(place[0]), NDArrayIndex.point(place[1]));
                result.put(new INDArrayIndex[] {all, all, NDArrayIndex.point(y), NDArrayIndex.point(x)}, tap);
            }
        }
        return result;
    }

    private static BatchNormalization norm(MultiLayerNetwork network) {
        return (BatchNormalization) network.getLayer(1).conf().getLayer();
    }

    private static ActivationLayer leaky(MultiLayerNetwork network) {
        return (ActivationLayer) network.getLayer(1).conf().getLayer();
    }

    /** DL4J's layers with a change in them must not agree: else the comparison would not notice that in the fused ones. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void noticesAPlantedMistake(RoutePair.Change mistake) {
        assertThrows(AssertionFailedError.class, () -> OwnPairs.colour().assertRoutesAgree(5, mistake));
    }
}
