package io.github.gan4j.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a file is that is not what it should be, told by how it begins. */
public enum KnownFormat {
    PNG("a PNG picture", "\211PNG"),
    JPEG("a JPEG picture", "\377\330\377"),
    GIF("a GIF picture", "GIF8"),
    WEBP("a WebP picture", start -> start.startsWith("WEBP", 8), ""),
    HEIF("a HEIC or AVIF picture", start -> start.matches("(?s).{4}ftyp(hei|hev|mif1|msf1|avi).*"), ""),
    ZIP("a zip archive", "PK\3\4", Repair.UNPACK),
    TAR("a tar archive", start -> start.startsWith("ustar", 257), Repair.UNPACK),
    GZIP("packed with gzip", "\37\213", Repair.UNPACK),
    BZIP2("packed with bzip2", "BZh", Repair.UNPACK),
    XZ("packed with xz", "\3757zXZ", Repair.UNPACK),
    ZSTD("packed with zstd", "(\265/\375", Repair.UNPACK),
    SEVEN_ZIP("a 7-Zip archive", "7z\274\257\47\34", Repair.UNPACK),
    NUMPY("a NumPy array", "\223NUMPY"),
    HDF5("an HDF5 file", "\211HDF"),
    PARQUET("a Parquet table", "PAR1"),
    PDF("a PDF document", "%PDF"),
    PICKLE("a Python pickle", start -> start.matches("(?s)\200[\2-\5].*"), ""),
    ZEROS("zeros alone", start -> start.matches("\0{16,}"), Repair.AGAIN),
    LFS_POINTER("a Git LFS pointer", "version https://git-lfs", "Fetch the file that it stands for: git lfs pull"),
    WEB_PAGE("a web page (HTML)", KnownFormat::isWebPage, Repair.SERVER),
    XML("XML", start -> start.startsWith("<"), Repair.SERVER),
    JSON("JSON", start -> start.startsWith("{") || start.startsWith("["), Repair.SERVER),
    CSV("a table in text (CSV)", KnownFormat::isTable, ""),
    TEXT("text", start -> true, "");

    /** So many bytes tell a format. */
    public static final int START = 512;

    private static final Pattern TEXT_BYTES = Pattern.compile("[^\0-\10\16-\37\177]+");
    private static final Pattern TABLE_ROW = Pattern.compile("[^\\s,;]*([,;\\t][^\\s,;]*){2,}");
    private static final String UTF_8_MARK = "\357\273\277";
    private static final String UTF_16_MARK = "\377\376";

    private final String description;
    private final Predicate<String> test;
    private final String repair;

    KnownFormat(String description, Predicate<String> test, String repair) {
        this.description = description;
        this.test = test;
        this.repair = repair;
    }

    KnownFormat(String description, String magic, String repair) {
        this(description, start -> start.startsWith(magic), repair);
    }

    KnownFormat(String description, String magic) {
        this(description, magic, "");
    }

    /** The format of a file that begins with these bytes, up to {@link #START} of them. */
    public static Optional<KnownFormat> of(byte[] start) {
        var bytes = new String(start, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith(UTF_16_MARK)) {
            return Optional.of(TEXT);
        }
        boolean isText = TEXT_BYTES.matcher(bytes).matches();
        var begin = isText ? bytes.replaceFirst("^" + UTF_8_MARK, "").strip() : bytes;
        return Arrays.stream(values())
                .filter(format -> isText || format.compareTo(LFS_POINTER) < 0)
                .filter(format -> format.test.test(begin))
                .findFirst();
    }

    private static boolean isWebPage(String start) {
        var small = start.toLowerCase(Locale.ROOT);
        return small.startsWith("<!") || small.startsWith("<") && small.contains("<html");
    }

    private static boolean isTable(String start) {
        return TABLE_ROW.matcher(start.lines().findFirst().orElse("")).matches();
    }

    /** For example {@code a web page (HTML)}, to follow the word is. */
    public String description() {
        return description;
    }

    /** What to do about it, or another advice where nothing follows from the format alone. */
    public String repairOr(String otherwise) {
        return repair.isEmpty() ? otherwise : repair;
    }

    /** What formats have in common; an enum's own constants may not use its own static fields. */
    private static final class Repair {
        static final String UNPACK = "Unpack it first.";
        static final String AGAIN = "Copy or download it again.";
        static final String SERVER =
                "A server sent it in place of the file: open it to see why, and download the file itself.";
    }
}
