package io.github.gan4j.keep;

import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A checkpoint on the disk: one zip archive of a header in words and five blocks of numbers. */
public final class CheckpointFile {
    private CheckpointFile() {}

    /**
     * Writes a checkpoint in place of what the file was; a process that is killed meanwhile leaves what was.
     *
     * @throws UncheckedIOException if it cannot be written; what was there before is unchanged
     */
    public static void save(Checkpoint checkpoint, Path file) {
        try {
            WholeFile.write(file, out -> CheckpointWriter.write(checkpoint, out));
        } catch (IOException e) {
            throw FileProblem.in("save", e);
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @throws UncheckedIOException if it cannot be read or is no checkpoint that this version can read, whole and unchanged
     */
    public static Checkpoint load(Path file) {
        try {
            return CheckpointReader.read(file);
        } catch (IOException e) {
            throw FileProblem.in("loadGan", e);
        }
    }

    /**
     * Throws unless a checkpoint of so many bytes can be written, so that nobody trains for an hour first.
     *
     * @throws UncheckedIOException as {@link #save} would; what is there is unchanged
     */
    public static void rehearse(Path file, long bytes) {
        try {
            WholeFile.rehearse(file, bytes);
        } catch (IOException e) {
            throw FileProblem.in("save", e);
        }
    }
}
