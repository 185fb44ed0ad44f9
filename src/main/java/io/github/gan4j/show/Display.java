package io.github.gan4j.show;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Settings;
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
        var medium = medium();
        switch (medium) {
            case KERNEL -> kernel().publish(Drawn.of(Contents.of(value)));
            case FILE -> System.out.println(Contents.of(value).file());
            default -> System.out.println(Contents.of(value).terminal(TerminalStyle.current(medium)));
        }
    }

    /**
     * Where a session's pictures go.
     *
     * @throws IllegalArgumentException if the setting {@code gan4j.show} names no way, or a notebook where there is none
     */
    static Medium medium() {
        var medium = Settings.get("show").map(Medium::named);
        return medium.orElseGet(() -> Medium.detect(
                Kernel.current().isPresent(),
                Terminal.find().isWatched(System.getenv()),
                Terminal.isUnicode(),
                System.getenv()));
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
            kernel.register(Contents.TYPES);
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("gan4j: this kernel shows the toolkit's values as text, because of " + e);
        }
    }
}
