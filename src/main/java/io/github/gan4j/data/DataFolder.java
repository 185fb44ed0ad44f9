package io.github.gan4j.data;

import static io.github.gan4j.internal.FileProblem.require;

import io.github.gan4j.Images;
import io.github.gan4j.data.Dataset.DataFile;
import io.github.gan4j.data.Dataset.DigestKind;
import io.github.gan4j.data.Dataset.Part;
import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that holds the files of a data set: nothing comes out of it that was not checked against its digest. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The images of a folder that somebody has named.
     *
     * @throws UncheckedIOException if the folder does not hold the files, plain or packed, or they have another content
     */
    public static Images load(Path folder, Part part) {
        try {
            return read(folder, part);
        } catch (IOException e) {
            throw FileProblem.in(part.verb(), e);
        }
    }

    static Images read(Path folder, Part part) throws IOException {
        require(
                Files.isDirectory(folder),
                "the folder must hold %s, but there is no folder %s.%nCheck the path; a relative one starts at %s.",
                part.images().packedName(),
                folder,
                Path.of("").toAbsolutePath());
        var labels = verified(find(folder, part.labels()), IdxKind.LABELS, part.labels());
        var pixels = verified(find(folder, part.images()), IdxKind.IMAGES, part.images());
        return Images.of(part.name(), pixels, IdxReader.toInts(labels));
    }

    private static Path find(Path folder, DataFile file) throws IOException {
        var plain = folder.resolve(file.name());
        var packed = folder.resolve(file.packedName());
        if (file.kind() == DigestKind.PACKED_MD5) {
            require(
                    Files.exists(packed),
                    "%s must hold %s as it was published, but has not.",
                    folder,
                    file.packedName());
            return packed;
        }
        require(
                Files.exists(plain) || Files.exists(packed),
                "%s must hold %s or %s, but has neither.%nPut it there; data/README.md says where it can be had.",
                folder,
                file.name(),
                file.packedName());
        return Files.exists(plain) ? plain : packed;
    }

    /** The items of a file whose whole content is what its data set says. */
    static byte[] verified(Path path, IdxKind kind, DataFile file) throws IOException {
        var items = IdxReader.read(path, kind);
        var found = file.kind() == DigestKind.PACKED_MD5 ? Md5.of(path) : kind.sha256(items);
        require(
                found.equals(file.digest()),
                "%s has another content than the published file: the %s must be %s, but is %s.%n"
                        + "Copy or download it again, or read files of your own with loadIdx.",
                path,
                file.kind() == DigestKind.PACKED_MD5 ? "md5" : "sha-256",
                file.digest(),
                found);
        return items;
    }
}
