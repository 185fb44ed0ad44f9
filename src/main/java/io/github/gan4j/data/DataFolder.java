package io.github.gan4j.data;

import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.Handover;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A folder that holds the files of a data set: nothing comes out of it that was not checked against its digest. */
public final class DataFolder {
    private static final int MOST_NAMED = 3; // of the files that were refused

    private DataFolder() {}

    /**
     * The images of a folder that somebody has named.
     *
     * @throws UncheckedIOException if the folder does not hold the files, plain or packed and whatever they are called
     */
    public static Images load(Path folder, Part part) {
        try {
            return read(folder, part);
        } catch (IOException e) {
            throw FileProblem.in(part.verb(), e);
        }
    }

    static Images read(Path folder, Part part) throws IOException {
        existing(folder, part);
        if (part.isArchive()) {
            return CifarArchive.read(folder.resolve(part.images().packedName()), part);
        }
        var labels = find(new Candidates(folder, part.labels(), IdxKind.LABELS, part.count()));
        var pixels = find(new Candidates(folder, part.images(), IdxKind.IMAGES, part.count()));
        return Images.of(part.name(), ImageShape.MNIST, new Handover(pixels), IdxReader.toInts(labels));
    }

    static Path existing(Path folder, Part part) throws FileProblem {
        Check.file(
                Files.isDirectory(folder),
                "the folder must hold %s, but there is no folder %s.%nCheck the path; a relative one starts at %s.",
                part.images().packedName(),
                folder,
                Path.of("").toAbsolutePath());
        return folder;
    }

    private static byte[] find(Candidates files) throws IOException {
        var refused = new ArrayList<IOException>();
        var items = firstGood(files.underItsName(), files, refused);
        if (items.isEmpty()) {
            items = firstGood(files.underOtherNames(), files, refused);
        }
        if (items.isEmpty()) {
            throw refusal(files, refused);
        }
        return items.get();
    }

    private static Optional<byte[]> firstGood(List<Path> paths, Candidates files, List<IOException> refused)
            throws IOException {
        for (var path : paths) {
            try {
                return Optional.of(verified(path, files.kind(), files.file()));
            } catch (IOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw e; // it says nothing about the file
                }
                refused.add(e);
            }
        }
        return Optional.empty();
    }

    private static IOException refusal(Candidates files, List<IOException> refused) {
        return switch (refused.size()) {
            case 0 -> missing(files.folder(), files.file());
            case 1 -> refused.get(0);
            default -> several(refused);
        };
    }

    private static FileProblem missing(Path folder, DataFile file) {
        return file.kind() == DigestKind.PACKED_MD5
                ? new FileProblem("%s must hold %s as it was published, but has not.", folder, file.packedName())
                : new FileProblem(
                        "%s must hold %s or %s, but has neither.%nPut it there; data/README.md says where it can be had.",
                        folder, file.name(), file.packedName());
    }

    private static FileProblem several(List<IOException> refused) {
        var first = refused.stream().limit(MOST_NAMED).map(FileProblem::clause).collect(Collectors.joining("; "));
        return new FileProblem(
                "%s%s.%nCopy or download it again, or read files of your own with loadIdx.",
                first, refused.size() > MOST_NAMED ? "; and " + (refused.size() - MOST_NAMED) + " more" : "");
    }

    /** The items of a file whose whole content is what its data set says. */
    static byte[] verified(Path path, IdxKind kind, DataFile file) throws IOException {
        var content = IdxReader.read(path, kind);
        boolean packed = file.kind() == DigestKind.PACKED_MD5;
        var found = packed ? Md5.of(path) : content.sha256();
        if (!found.equals(file.digest())) {
            requireNoOtherSet(path, file, content.sha256(), Md5.of(path));
            throw new FileProblem(
                    "%s has another content than the published file: the %s must be %s, but is %s.%n"
                            + "Copy or download it again, or read files of your own with loadIdx.",
                    path, packed ? "md5" : "sha-256", file.digest(), found);
        }
        return content.items();
    }

    /** The sets have the same file names, so that one is easily put in the place of another. */
    private static void requireNoOtherSet(Path path, DataFile file, String... digests) throws FileProblem {
        var asked = Dataset.partWith(file.digest());
        var there = Arrays.stream(digests)
                .flatMap(digest -> Dataset.partWith(digest).stream())
                .findFirst();
        Check.file(
                asked.isEmpty() || there.isEmpty(),
                "%s must be of %s, but is of %s.%nTheir files have the same names: name a folder that holds the other set.",
                path,
                asked.map(Part::name).orElse(""),
                there.map(Part::name).orElse(""));
    }
}
