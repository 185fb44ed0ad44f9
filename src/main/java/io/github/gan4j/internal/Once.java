package io.github.gan4j.internal;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed when it is first asked for. A computation that was stopped or failed is made anew for whoever
 * asks next, where Java would never again begin with a class of which it is a constant.
 */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> computation;
    private @Nullable T value;

    /** The value of a computation that gives no null. */
    public Once(Supplier<T> computation) {
        this.computation = computation;
    }

    @Override
    public synchronized T get() {
        var known = value;
        if (known == null) {
            known = computation.get();
            value = known;
        }
        return known;
    }
}
