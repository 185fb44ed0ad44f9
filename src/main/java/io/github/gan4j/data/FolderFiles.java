package io.github.gan4j.data;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files below a folder that may be pictures, sorted by name whatever order the file system gives them in; no file is opened.
 */
final class FolderFiles extends SimpleFileVisitor<Path> {
    static final int MOST_BYTES = 256 << 20;
    private static final int MOST_FILES = 1_000_000;
    private static final int DEPTH = 32;

    private final Path folder;
    private final Skipped skipped;
    private final Map<Path, String> found = new HashMap<>(); // with what it is sorted by
    private int seen;

    private FolderFiles(Path folder, Skipped skipped) {
        this.folder = folder;
        this.skipped = skipped;
    }

    /**
     * Looks through a folder and the folders in it, and follows links.
     *
     * @param skipped gets what cannot be a picture
     */
    static List<Path> of(Path folder, Skipped skipped) throws IOException {
        Check.file(
                Files.isDirectory(folder),
                "the folder must hold pictures, but there is no folder %s.%nCheck the path; a relative one starts at %s.",
                folder,
                Path.of("").toAbsolutePath());
        var files = new FolderFiles(folder, skipped);
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, files);
        return files.found.entrySet().stream()
                .sorted(Map.Entry.<Path, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Folder by folder, and an accent alike whether a file system keeps it as one character or as two. */
    private String key(Path file) {
        var names = folder.relativize(file)
                .toString()
                .replace(folder.getFileSystem().getSeparator(), "\0");
        return Normalizer.normalize(names, Normalizer.Form.NFC);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
        if (path.equals(folder) || !isHidden(path)) {
            return CONTINUE;
        }
        skip(path, "is hidden");
        return SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
        if (isHidden(path)) {
            skip(path, "is hidden");
        } else if (attributes.isDirectory()) {
            skip(path, "lies too deep");
        } else if (attributes.isSymbolicLink()) {
            skip(path, "is a link that leads nowhere");
        } else if (!attributes.isRegularFile()) {
            skip(path, "is no file"); // to open it could mean to wait for ever
        } else if (attributes.size() == 0) {
            skip(path, "is empty");
        } else if (attributes.size() > MOST_BYTES) {
            skip(path, "is larger than " + (MOST_BYTES >> 20) + " MB");
        } else {
            requireFew();
            found.put(path, key(path));
        }
        return CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith("."); // on every system alike
    }

    private void requireFew() throws FileProblem {
        Check.file(
                ++seen <= MOST_FILES,
                "%s must hold at most %,d files, but holds more.%nName the folder that the pictures lie in.",
                folder,
                MOST_FILES);
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException problem) throws IOException {
        if (path.equals(folder)) {
            throw problem;
        }
        skip(path, problem instanceof FileSystemLoopException ? "is a link in a circle" : "cannot be read");
        return CONTINUE;
    }

    private void skip(Path path, String reason) {
        skipped.add(folder.relativize(path), reason);
    }
}
