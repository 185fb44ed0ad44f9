package io.github.gan4j.run;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * During the tests of a class, training ends after a few steps and pictures are drawn with characters. With {@code
 * -Dgan4j.fullLength=true} training takes as long as it says.
 */
final class Shortened implements BeforeAllCallback, AfterAllCallback {
    private final Map<String, String> before = new HashMap<>();
    private final int steps;

    Shortened() {
        this(3);
    }

    Shortened(int steps) {
        this.steps = steps;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        set("gan4j.show", "ascii");
        if (!isFullLength()) {
            set("gan4j.maxSteps", Integer.toString(steps));
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        before.forEach(Shortened::restore);
    }

    static boolean isFullLength() {
        return Boolean.getBoolean("gan4j.fullLength") || Boolean.getBoolean("gan4j.record");
    }

    private void set(String property, String value) {
        before.put(property, System.setProperty(property, value));
    }

    private static void restore(String property, String value) {
        if (value == null) {
            System.clearProperty(property);
        } else {
            System.setProperty(property, value);
        }
    }
}
