package io.github.gan4j;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process of its own that runs a class of the tests. */
public final class ChildJvm {
    private ChildJvm() {}

    /** The command; what is put before it, such as a shell that sets limits, runs it in turn. */
    public static List<String> command(Class<?> main, Object... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // starts sooner
                "-Djdk.serialFilter=!*", // whoever deserializes an object there fails
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        return command;
    }

    /** A process that runs a command in this folder, with its errors among its output. */
    public static ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command)
                .directory(new File("").getAbsoluteFile())
                .redirectErrorStream(true);
    }
}
