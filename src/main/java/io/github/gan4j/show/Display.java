package io.github.gan4j.show;

import io.github.gan4j.internal.Check;
import org.jspecify.annotations.Nullable;

/** Puts a value in front of the user, wherever the user is. */
public final class Display {
    private Display() {}

    /** Lets a notebook's kernel know the toolkit's values; elsewhere it does nothing. */
    public static void register() {
        Kernel.current().ifPresent(Display::register);
    }

    /** Shows a value in the way that suits the session. */
    public static void show(@Nullable Object value) {
        var medium = Medium.current();
        switch (medium) {
            case KERNEL -> kernel().publish(Content.of(value));
            case FILE -> System.out.println(Content.of(value).file());
            default -> System.out.println(Content.of(value).terminal(TerminalStyle.current(medium)));
        }
    }

    /**
     * The kernel of a session whose pictures go to a notebook.
     *
     * @throws IllegalStateException if there is none
     */
    static Kernel kernel() {
        var kernel = Kernel.current();
        Check.state(
                kernel.isPresent(),
                "gan4j.show: kernel needs a notebook, but got a session outside IJava, JJava and rapaio's kernel.%n"
                        + "Take another way, for example gan4j.show=blocks, or leave the setting away.");
        return kernel.orElseThrow();
    }

    private static void register(Kernel kernel) {
        try {
            kernel.register(Content.TYPES);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("gan4j: this kernel shows the toolkit's values as text, because of " + e);
        }
    }
}
