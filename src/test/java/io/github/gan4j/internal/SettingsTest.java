package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of this build run with {@code GAN4J_OFFLINE=true} in the environment. */
class SettingsTest {
    @AfterEach
    void leaveTheSettingsAway() {
        System.clearProperty("gan4j.offline");
        System.clearProperty("gan4j.maxSteps");
    }

    @Test
    void propertyBeatsTheEnvironment() {
        assertTrue(Settings.isOn("offline"), "GAN4J_OFFLINE");
        System.setProperty("gan4j.offline", "false");
        assertFalse(Settings.isOn("offline"));
    }

    @Test
    void blankIsAsIfItWereNotSet() {
        System.setProperty("gan4j.maxSteps", "  ");
        assertEquals(Optional.empty(), Settings.positive("maxSteps"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-3", "1.5", "many", "99999999999"})
    void refusesWhatIsNoNumberOfSteps(String value) {
        System.setProperty("gan4j.maxSteps", value);
        var thrown = assertThrows(IllegalArgumentException.class, () -> Settings.positive("maxSteps"));
        assertEquals(
                "gan4j.maxSteps: must be a whole number of at least 1, but got " + value
                        + ".\nSet it with -Dgan4j.maxSteps=100 or GAN4J_MAXSTEPS=100.",
                thrown.getMessage().replace("\r", ""));
    }

    @Test
    void refusesWhatIsNeitherOnNorOff() {
        System.setProperty("gan4j.offline", "maybe");
        var thrown = assertThrows(IllegalArgumentException.class, () -> Settings.isOn("offline"));
        assertTrue(thrown.getMessage().startsWith("gan4j.offline: must be true or false, but got maybe."));
    }
}
