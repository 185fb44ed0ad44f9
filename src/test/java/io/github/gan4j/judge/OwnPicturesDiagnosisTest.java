package io.github.gan4j.judge;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.diagnose;
import static io.github.gan4j.Gan4j.train;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Diagnosis;
import io.github.gan4j.Finding;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is a fault for white digits on black may be how one's own pictures are. */
class OwnPicturesDiagnosisTest {
    private static final ImageShape SHAPE = new ImageShape(16, 16, 3);

    private static Images pictures(IntUnaryOperator level) {
        var pixels = new byte[200 * SHAPE.features()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) level.applyAsInt(i);
        }
        return Images.of("own", SHAPE, pixels, new int[0]);
    }

    /** Of a pair that draws pictures of one grey. */
    private static Diagnosis diagnosed(Images images) {
        var options = NetworkOptions.defaults().withShape(SHAPE);
        var gan = buildGan(buildGenerator(options), buildDiscriminator(options));
        train(gan, images, 20);
        gan.generator().network().params().assign(0);
        return diagnose(gan.history(), gan);
    }

    private static boolean finds(Diagnosis diagnosis, Finding finding) {
        return diagnosis.observations().stream().anyMatch(seen -> seen.finding() == finding);
    }

    @Test
    void greyPicturesAreNoFaultWhereTheImagesAreGrey() {
        var diagnosis = diagnosed(pictures(i -> 110 + i % 31));
        assertFalse(finds(diagnosis, Finding.WRONG_RANGE), diagnosis::toString);
        assertTrue(finds(diagnosis, Finding.MODE_COLLAPSE), diagnosis::toString);
    }

    @Test
    void aWhiteGroundIsNoWrongRange() {
        var diagnosis = diagnosed(pictures(i -> i % 9 == 0 ? 0 : 255));
        assertFalse(finds(diagnosis, Finding.WRONG_RANGE), diagnosis::toString);
        assertTrue(finds(diagnosis, Finding.GREY_PICTURES), diagnosis::toString);
        assertTrue(diagnosis.toString().contains("(own: 0 %)"), diagnosis::toString);
    }

    @Test
    void sharesOfGreyAreThoseOfTheImages() {
        var real = RealPictures.of(Optional.of(pictures(i -> i % 2 == 0 ? 128 : 255)));
        assertTrue(Math.abs(real.middle() - 0.5) < 0.01, real::toString);
        assertEquals("MNIST", RealPictures.of(Optional.empty()).name());
    }
}
