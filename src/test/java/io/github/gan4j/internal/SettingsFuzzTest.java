package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Fuzz;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsFuzzTest {
    private final Fuzz fuzz = new Fuzz();

    @AfterEach
    void leavesTheSettingAway() {
        System.clearProperty("gan4j.strange");
    }

    @Test
    void isASwitchOrRefused() {
        fuzz.run("setting, switch", 1_000, 100_000, () -> reads(Settings::isOn, "true", "false", " TRUE "));
    }

    @Test
    void isAWholeNumberOrRefused() {
        fuzz.run("setting, number", 1_000, 100_000, () -> reads(Settings::positive, "1", "100", " 2147483647 "));
    }

    private boolean reads(Consumer<String> parser, String... good) {
        System.setProperty("gan4j.strange", fuzz.mutated(good));
        try {
            parser.accept("strange");
            return true;
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("gan4j.strange: must be "), e.getMessage());
            return false;
        }
    }
}
