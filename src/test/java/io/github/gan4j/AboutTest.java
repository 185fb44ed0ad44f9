package io.github.gan4j;

import static io.github.gan4j.Gan4j.buildDiscriminator;
import static io.github.gan4j.Gan4j.buildGan;
import static io.github.gan4j.Gan4j.buildGenerator;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static io.github.gan4j.Gan4j.trainStep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.NativeTuning;
import io.github.gan4j.internal.Versions;
import org.junit.jupiter.api.Test;

class AboutTest {
    @Test
    void tellsWhatResultsRestOn() {
        var digits = syntheticDigits(40, 7);
        var gan = buildGan(
                buildGenerator(), buildDiscriminator(), GanOptions.defaults().withSeed(43));
        trainStep(gan, digits);
        trainStep(gan, digits);
        var text = About.text(gan, digits);
        assertTrue(text.contains("gan4j " + Versions.all().split(" ")[1]), text);
        assertTrue(text.contains(digits.name() + ", 40 images, sha256 " + digits.sha256()), text);
        assertTrue(text.matches("(?s).*training  2 steps in \\d+ s, seed 43\n.*"), text);
        assertTrue(text.contains("options   seed 43, learning rate 2.0E-4, beta1 0.5, batch size 64"), text);
        assertTrue(text.contains("noise N(-0.5, 0.5^2), CONTIGUOUS images"), text);
        assertTrue(text.contains("loss CROSS_ENTROPY, label of real images 1.0, fakes of INFERENCE mode"), text);
    }

    @Test
    void tellsWhoSetTheNativeLibraries() {
        var text = About.text();
        NativeTuning.choices().forEach((name, value) -> assertTrue(text.contains(name + "=" + value), text));
        NativeTuning.presets().forEach((name, value) -> assertTrue(text.contains(name + "=" + value), text));
        assertEquals(!NativeTuning.choices().isEmpty(), text.contains("set here: "), text);
        assertEquals(!NativeTuning.presets().isEmpty(), text.contains("set before: "), text);
    }

    @Test
    void namesTheBackend() {
        assertTrue(About.text().contains("native    " + Backend.text() + ", "), About.text());
    }
}
