package io.github.gan4j.data;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.TERMINATE;

import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files in a folder that may be a certain one of a data set: those with its name, and those that unpackers and people
 * have called otherwise or put into a folder of their own. Its digest tells which it is.
 *
 * @param folder where they are looked for, and in the folders in it
 * @param file the one that is looked for
 * @param kind what it holds
 * @param count how many items it holds
 */
record Candidates(Path folder, DataFile file, IdxKind kind, int count) {
    private static final int PACKING = 1_024; // bytes
    private static final int DEPTH = 2;
    private static final int MOST_SEEN = 10_000; // so that a home folder may be named
    private static final int MOST_TRIED = 20;
    private static final Set<String> OUR_ENDS = Set.of(".part", ".corrupt");

    /** Those with the file's own name, plain before packed. */
    List<Path> underItsName() {
        return Stream.of(folder.resolve(file.name()), folder.resolve(file.packedName()))
                .filter(Files::exists)
                .filter(this::isPackedAsPublished)
                .toList();
    }

    /** Those with another name; only files that could be it by their size are opened, and none is read whole. */
    List<Path> underOtherNames() throws IOException {
        var tried = underItsName();
        return filesThatFit().stream()
                .filter(path -> !tried.contains(path))
                .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Comparator.naturalOrder()))
                .filter(this::isPackedAsPublished)
                .filter(path -> isNamedAlike(path) || IdxReader.begins(path, kind, count))
                .limit(MOST_TRIED)
                .toList();
    }

    private List<Path> filesThatFit() throws IOException {
        var found = new ArrayList<Path>();
        Files.walkFileTree(folder, Set.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new SimpleFileVisitor<>() {
            private int seen;

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && attributes.size() <= mostBytes() && !isOurs(path)) {
                    found.add(path);
                }
                return ++seen < MOST_SEEN ? CONTINUE : TERMINATE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException problem) {
                return CONTINUE; // others may not open their folders to us
            }
        });
        return found;
    }

    /** Packing and padding make no file twice as long, unless it is tiny. */
    private long mostBytes() {
        return PACKING + 2L * count * IdxHeader.published(kind, count).itemBytes();
    }

    /** A download that is under way, or one that was refused before. */
    private static boolean isOurs(Path path) {
        return OUR_ENDS.stream().anyMatch(path.getFileName().toString()::endsWith);
    }

    private boolean isPackedAsPublished(Path path) {
        return file.kind() != DigestKind.PACKED_MD5 || IdxReader.isPacked(path);
    }

    /** Whether somebody who looks into the folder would take it for the file, so that a refusal must be named. */
    private boolean isNamedAlike(Path path) {
        return letters(path.getFileName().toString())
                .startsWith(letters(file.name().replaceFirst("-idx.*", "")));
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
