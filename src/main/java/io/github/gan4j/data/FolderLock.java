package io.github.gan4j.data;

import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.WholeFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

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
     * Makes the folder if need be, and waits for it.
     *
     * @throws FileProblem if others work in it for longer than the patience
     */
    static FolderLock take(Path folder, Duration patience) throws IOException {
        var channel = open(folder);
        try {
            long deadline = System.nanoTime() + patience.toNanos();
            while (!tryLock(channel)) {
                FileProblem.require(
                        System.nanoTime() < deadline,
                        "%s is used by another process for more than %d s.%nTry again later.",
                        folder,
                        patience.toSeconds());
                Thread.sleep(PAUSE);
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

    private static FileChannel open(Path folder) throws FileProblem {
        try {
            WholeFile.makeFolder(folder);
            return FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new FileProblem("Nothing was downloaded, because %s cannot be written to: %s.", folder, e);
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
