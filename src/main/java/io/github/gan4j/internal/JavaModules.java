package io.github.gan4j.internal;

import java.util.List;

/**
 * The modules of Java without which something ends in a strange error: JavaCPP's access to memory, downloads, Tablesaw's
 * reader. Every {@code java} has them, but {@code jshell --execution local} and a runtime made by {@code jlink} may not.
 */
public final class JavaModules {
    private static final List<String> NEEDED = List.of("java.desktop", "java.net.http", "java.sql", "jdk.unsupported");

    private JavaModules() {}

    /**
     * Call before the first use of what is in them.
     *
     * @throws IllegalStateException if this Java runs without one of them
     */
    public static void require() {
        var missing = NEEDED.stream()
                .filter(module -> ModuleLayer.boot().findModule(module).isEmpty())
                .toList();
        var names = String.join(",", missing);
        Check.state(
                missing.isEmpty(),
                "gan4j: this Java must have the modules %s, but runs without %s.%n"
                        + "Start it with --add-modules %3$s; jshell --execution local takes it as -J--add-modules=%3$s.",
                String.join(", ", NEEDED),
                String.join(", ", missing),
                names);
    }
}
