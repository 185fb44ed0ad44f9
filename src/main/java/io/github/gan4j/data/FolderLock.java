package io.github.gan4j.data;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.WholeFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** A folder that one thread of one process works in at a time; the system frees it when a process dies. */
final class FolderLock implements AutoCloseable {
    private static final long PAUSE = 50; // ms

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be, and waits for it as long as files in it grow.
     *
     * @param patience so long nothing may happen in it
     * @param out gets a line when there is somebody to wait for
     * @throws FileProblem if others hold the folder and nothing happens in it
     */
    static FolderLock take(Path folder, Duration patience, PrintStream out) throws IOException {
        var channel = open(folder);
        try {
            if (!tryLock(channel)) {
                out.printf("Another process or thread is downloading into %s: waiting for it.%n", folder);
                await(channel, folder, patience);
            }
            return new FolderLock(folder, channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        } catch (InterruptedException e) {
            channel.close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for " + folder);
        }
    }

    private static void await(FileChannel channel, Path folder, Duration patience)
            throws IOException, InterruptedException {
        var before = files(folder);
        long lastChange = System.nanoTime();
        while (!tryLock(channel)) {
            var now = files(folder);
            lastChange = now.equals(before) ? lastChange : System.nanoTime();
            before = now;
            Check.file(
                    System.nanoTime() - lastChange < patience.toNanos(),
                    "%s is used by another process or thread, but nothing has happened there for %d s.%nTry again later.",
                    folder,
                    patience.toSeconds());
            Thread.sleep(PAUSE);
        }
    }

    /** What changes while somebody downloads. */
    private static List<String> files(Path folder) {
        var files = folder.toFile().listFiles(); // takes a file that vanishes meanwhile for an empty one
        return files == null
                ? List.of()
                : Arrays.stream(files)
                        .map(file -> file.getName() + " " + file.length() + " " + file.lastModified())
                        .sorted()
                        .toList();
    }

    private static FileChannel open(Path folder) throws FileProblem {
        try {
            WholeFile.makeFolder(folder);
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FileProblem("%s cannot be written to, so that nothing was downloaded: %s.", folder, e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // another thread of this process has it
        }
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
