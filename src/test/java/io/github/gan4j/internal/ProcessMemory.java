package io.github.gan4j.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process holds of the machine's memory, Java's and native, where Linux tells; -1 elsewhere. */
public final class ProcessMemory {
    private ProcessMemory() {}

    /** The megabytes that it holds now. */
    public static long megabytes() {
        return status("VmRSS");
    }

    /** The most megabytes that it has held. */
    public static long mostMegabytes() {
        return status("VmHWM");
    }

    private static long status(String name) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
