package io.github.gan4j.sweep;

import io.github.gan4j.sweep.Row.Measured;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows as a Tablesaw table, in which missing numbers are missing, and back. */
public final class Rows {
    private static final List<Measure> MEASURES = List.of(
            new Measure("distance", Measured::distance),
            new Measure("coverage", Measured::coverage),
            new Measure("score", Measured::score),
            new Measure("digits", Measured::digits),
            new Measure("conditionalAccuracy", Measured::conditionalAccuracy));
    private static final String DIGEST = "digest";

    /** A number of an evaluation, and the column it stands in; in the order of {@link Measured}. */
    private record Measure(String name, ToDoubleFunction<Measured> value) {}

    private Rows() {}

    /** The columns of what an evaluation finds. */
    public static List<String> measures() {
        return MEASURES.stream().map(Measure::name).toList();
    }

    /** A table of runs, one row each. */
    public static Table table(List<Row> rows) {
        var table = Table.create(
                "sweep",
                StringColumn.create("variant", strings(rows, Row::variant)),
                LongColumn.create("seed", rows.stream().mapToLong(Row::seed).toArray()),
                IntColumn.create("steps", rows.stream().mapToInt(Row::steps).toArray()));
        for (var measure : MEASURES) {
            table.addColumns(numbers(measure.name, rows, row -> measure.value.applyAsDouble(row.measured())));
        }
        return table.addColumns(
                StringColumn.create("finding", strings(rows, Row::finding)),
                numbers("seconds", rows, Row::seconds),
                IntColumn.create("threads", rows.stream().mapToInt(Row::threads).toArray()),
                StringColumn.create("kernels", strings(rows, Row::kernels)));
    }

    /** The same with the digest of each run's settings in the first column, as a file keeps it. */
    static Table kept(List<Row> rows) {
        return table(rows).insertColumn(0, StringColumn.create(DIGEST, strings(rows, Row::digest)));
    }

    /** The types of the columns that a file has. */
    static ColumnType[] types() {
        return kept(List.of()).typeArray();
    }

    /** The names of the columns that a file has. */
    static List<String> names() {
        return kept(List.of()).columnNames();
    }

    /** What {@link #kept} was made of. */
    static List<Row> rows(Table kept) {
        return IntStream.range(0, kept.rowCount()).mapToObj(i -> row(kept, i)).toList();
    }

    private static Row row(Table kept, int i) {
        var measured = MEASURES.stream()
                .mapToDouble(measure -> kept.doubleColumn(measure.name).getDouble(i))
                .toArray();
        return new Row(
                kept.stringColumn(DIGEST).get(i),
                kept.stringColumn("variant").get(i),
                kept.longColumn("seed").getLong(i),
                kept.intColumn("steps").getInt(i),
                new Measured(measured[0], measured[1], measured[2], measured[3], measured[4]),
                kept.stringColumn("finding").get(i),
                kept.doubleColumn("seconds").getDouble(i),
                kept.intColumn("threads").getInt(i),
                kept.stringColumn("kernels").get(i));
    }

    private static DoubleColumn numbers(String name, List<Row> rows, ToDoubleFunction<Row> value) {
        return DoubleColumn.create(name, rows.stream().mapToDouble(value).toArray());
    }

    private static String[] strings(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
