package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.ChildJvm;
import io.github.gan4j.Gan4j;
import io.github.gan4j.Noise;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes in which ND4J cannot work: every verb says the same, and says why. */
class LoadProblemTest {
    @TempDir
    Path folder;

    /** Tries five ways to a first array, and prints a line for each message and none for success. */
    static final class Verbs {
        public static void main(String[] args) {
            attempt(() -> Gan4j.buildGenerator());
            attempt(() -> Gan4j.buildDiscriminator());
            attempt(() -> Gan4j.syntheticDigits(2, 1).batch(0, 1));
            attempt(() -> Noise.TRAINING.draw(1, 1));
            attempt(() -> Backend.text());
        }

        private static void attempt(Callable<?> verb) {
            try {
                verb.call();
            } catch (Exception e) {
                System.out.println(
                        e.getClass().getSimpleName() + " " + e.getMessage().replaceAll("\\R", " | "));
            } catch (Throwable e) {
                System.out.println(e);
            }
        }
    }

    @Test
    void nativeJarsThatAreMissingAreNamed() throws IOException {
        var command = ChildJvm.command(Verbs.class);
        command.replaceAll(LoadProblemTest::withoutNatives);
        var message = onlyMessage(Map.of(), command);
        assertTrue(message.contains("native libraries for "), message);
        for (var jar : List.of("org.nd4j:nd4j-native:1", "org.bytedeco:openblas:0", "org.bytedeco:javacpp:1")) {
            assertTrue(message.contains(" no " + jar), message);
        }
    }

    @Test
    void folderThatCannotBeWrittenComesWithTheSettingForAnother() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var message = onlyMessage(Map.of(), with("-Duser.home=" + file, "-Djava.io.tmpdir=" + file));
        assertTrue(message.contains("but neither the home nor the temporary folder can be written. | "), message);
        assertTrue(message.contains("java -Dorg.bytedeco.javacpp.cachedir=DIR, or jshell -R-D"), message);
    }

    @Test
    void settingForAnotherFolderHelps() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        var cache = "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache");
        assertEquals(List.of(), lines(Map.of(), with("-Duser.home=" + file, cache)));
    }

    @Test
    void modulesThatAreMissingAreNamed() throws IOException {
        var message = onlyMessage(
                Map.of(), with("--limit-modules", "java.desktop,java.logging,java.management,java.naming,java.sql"));
        assertTrue(message.contains("runs without java.net.http, jdk.unsupported. | "), message);
        assertTrue(message.contains("-J--add-modules=java.net.http,jdk.unsupported."), message);
    }

    @Test
    void numberOfThreadsThatIsNoneIsNamedEveryTime() throws IOException {
        var message = onlyMessage(Map.of("OMP_NUM_THREADS", "0"), ChildJvm.command(Verbs.class), 5);
        assertTrue(message.startsWith("IllegalArgumentException OMP_NUM_THREADS: "), message);
    }

    @Test
    void muslIsSeenInTheProcess() {
        var musl = "7f1c-7f1d r-xp 00000000 fe:01 1234   /lib/ld-musl-x86_64.so.1\n";
        assertTrue(LoadProblem.musl(musl).orElseThrow().contains("must have glibc"));
        assertEquals(Optional.empty(), LoadProblem.musl("7f1c-7f1d r-xp 00 fe:01 12  /usr/lib/libc.so.6\n"));
    }

    private static List<String> with(String... options) {
        var command = ChildJvm.command(Verbs.class);
        command.addAll(1, List.of(options));
        return command;
    }

    private static String withoutNatives(String argument) {
        return Arrays.stream(argument.split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(nd4j-native|openblas|javacpp)-[0-9][^/]*-[a-z]+-[a-z0-9_]+\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String onlyMessage(Map<String, String> environment, List<String> command) throws IOException {
        var message = onlyMessage(environment, command, 5);
        assertTrue(message.startsWith("IllegalStateException gan4j: "), message);
        return message;
    }

    private String onlyMessage(Map<String, String> environment, List<String> command, int times) throws IOException {
        var lines = lines(environment, command);
        assertEquals(times, lines.size(), lines.toString());
        assertEquals(1, lines.stream().distinct().count(), lines.toString());
        return lines.get(0);
    }

    private static List<String> lines(Map<String, String> environment, List<String> command) throws IOException {
        var builder =
                ChildJvm.builder(command).redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        var process = builder.start();
        return new String(process.getInputStream().readAllBytes()).lines().toList();
    }
}
