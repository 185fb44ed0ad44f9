package io.github.gan4j.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Gan;
import io.github.gan4j.Gan4j;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Sampling;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A checkpoint of format 1, written by version 0.1.0: a pair of two hidden units each after five steps. */
class FormatOneTest {
    private Gan gan;

    @BeforeEach
    void load() throws URISyntaxException {
        gan = Gan4j.loadGan(
                Path.of(FormatOneTest.class.getResource("format-1.zip").toURI()));
    }

    @Test
    void isReadBitForBit() {
        var generator = gan.generator().network();
        var discriminator = gan.discriminator().network();
        assertEquals("ea73036f", sum(generator.params()));
        assertEquals("e283b110", sum(generator.getUpdater().getStateViewArray()));
        assertEquals("b15e46aa", sum(discriminator.params()));
        assertEquals("f68fe746", sum(discriminator.getUpdater().getStateViewArray()));
    }

    @Test
    void hasItsOptionsAndTheTutorialsForThoseThatItDoesNotKnow() {
        assertEquals(
                GanOptions.defaults()
                        .withSeed(7)
                        .withLearningRate(1e-3)
                        .withDiscriminatorLearningRate(5e-4)
                        .withBatchSize(32)
                        .withRealLabel(0.9)
                        .withSampling(Sampling.SHUFFLED),
                gan.options());
        assertEquals(ImageShape.MNIST, gan.shape());
        assertEquals("synthetic digits (seed 1)", gan.trainedOn().orElseThrow());
    }

    @Test
    void goesOnAsItDidThen() {
        var digits = Gan4j.syntheticDigits(100, 1);
        var losses = new double[][] {
            {0.626665631890543, 0.6526611447672992},
            {0.6095885499678257, 0.6458359040666246},
            {0.6006787695221879, 0.6367332777003648}
        };
        for (var expected : losses) {
            var step = Gan4j.trainStep(gan, digits);
            assertEquals(expected[0], step.discriminator(), 1e-6); // other processors round otherwise
            assertEquals(expected[1], step.generator(), 1e-6);
        }
        assertEquals(8, gan.step());
    }

    @Test
    void isSavedInTheFormatOfToday(@TempDir Path folder) {
        var file = folder.resolve("gan.zip");
        Gan4j.save(gan, file);
        var again = Gan4j.loadGan(file);
        assertEquals(gan.options(), again.options());
        assertEquals(
                gan.generator().network().params(), again.generator().network().params());
        assertTrue(again.trainedOn().isPresent());
    }

    private static String sum(INDArray array) {
        var values = array.dup('f').data().asFloat();
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        var sum = new CRC32();
        sum.update(bytes.array());
        return Long.toHexString(sum.getValue());
    }
}
