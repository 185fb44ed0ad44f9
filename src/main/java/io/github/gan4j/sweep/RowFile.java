package io.github.gan4j.sweep;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.FileProblem;
import io.github.gan4j.internal.WholeFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/**
 * The finished runs of sweeps in a CSV file, a row each beside the digest of its settings: a sweep that is begun again does the
 * others alone, whoever ended it. The file is replaced as a whole with each run.
 */
public final class RowFile {
    private final Path file;
    private final List<Row> rows;

    private RowFile(Path file, List<Row> rows) {
        this.file = file;
        this.rows = new ArrayList<>(rows);
    }

    /**
     * The file as it is; it need not be there yet.
     *
     * @throws java.io.UncheckedIOException if it is there and was not written here, or cannot be read, or its place be written to
     */
    public static RowFile open(Path file) {
        try {
            var rows = Files.exists(file) ? read(file) : List.<Row>of();
            var opened = new RowFile(file, rows);
            opened.write(); // so that nobody trains for an hour first
            return opened;
        } catch (IOException e) {
            throw FileProblem.in("sweep", e);
        }
    }

    private static List<Row> read(Path file) throws IOException {
        Check.isFile(file);
        var text = Files.readString(file, StandardCharsets.UTF_8);
        var head = text.lines().findFirst().orElse("");
        Check.file(
                head.equals(String.join(",", Rows.names())),
                "%s must be a file of a sweep, but begins with %s.%nTake another name: SweepOptions.withFile(Path.of(\"sweep.csv\")).",
                file,
                head.isEmpty() ? "an empty line" : head.substring(0, Math.min(60, head.length())));
        try {
            return Rows.rows(Table.read()
                    .csv(CsvReadOptions.builder(new StringReader(text)).columnTypes(Rows.types())));
        } catch (RuntimeException e) { // of many kinds, by what is wrong in which column
            throw new FileProblem(
                    "%s must be a file of a sweep, but has a row that cannot be read: %s.%n"
                            + "Delete that row, and its run is done again; or take another name.",
                    file, e.getMessage());
        }
    }

    /** The run of these settings, if it is there. */
    public Optional<Row> find(String digest) {
        return rows.stream().filter(row -> row.digest().equals(digest)).findFirst();
    }

    /** Adds a finished run. */
    public void add(Row row) {
        rows.add(row);
        write();
    }

    private void write() {
        var csv = new StringWriter();
        Rows.kept(rows).write().csv(csv);
        WholeFile.write("sweep", file, csv.toString());
    }
}
