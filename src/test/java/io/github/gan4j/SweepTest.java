package io.github.gan4j;

import static io.github.gan4j.Gan4j.plotSweep;
import static io.github.gan4j.Gan4j.sweep;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.internal.Workers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
    private static final Images DIGITS = syntheticDigits(300, 1);
    private static final EvaluationOptions FEW = EvaluationOptions.defaults().withCount(200);
    private static final SweepOptions TWO = SweepOptions.steps(25)
            .withSeeds(2)
            .withEvaluation(FEW)
            .withVariant("tutorial", GanOptions.defaults())
            .withVariant("shuffled, all", GanOptions.defaults().withSampling(Sampling.SHUFFLED));

    @TempDir
    private Path folder;

    private static String numbers(Sweep sweep) {
        return sweep.table().removeColumns("seconds").printAll();
    }

    @Test
    void eachRunIsARowOfTheSameBitsAsAloneWithOneThread() throws Exception {
        var sweep = sweep(DIGITS, TWO);
        var table = sweep.table();
        assertEquals(
                List.of(
                        "variant",
                        "seed",
                        "steps",
                        "distance",
                        "coverage",
                        "score",
                        "digits",
                        "conditionalAccuracy",
                        "finding",
                        "seconds",
                        "threads",
                        "kernels"),
                table.columnNames());
        assertEquals(
                List.of("tutorial", "tutorial", "shuffled, all", "shuffled, all"),
                table.stringColumn("variant").asList());
        try (var alone = new Workers(1)) {
            var found = alone.within(() -> {
                var networks = NetworkOptions.defaults().withSeed(2);
                var options =
                        GanOptions.defaults().withSampling(Sampling.SHUFFLED).withSeed(2);
                var gan = Gan4j.buildGan(Gan4j.buildGenerator(networks), Gan4j.buildDiscriminator(networks), options);
                Gan4j.train(gan, DIGITS, 25);
                return Gan4j.evaluate(gan, FEW);
            });
            assertEquals(found.frechetDistance(), table.row(3).getDouble("distance"));
            assertEquals(found.coverage(), table.row(3).getDouble("coverage"));
            assertEquals(found.score(), table.row(3).getDouble("score"));
        }
        assertTrue(table.row(3).getString("kernels").matches("oneDNN .*|OpenBLAS.*"), table::toString);
        assertTrue(table.doubleColumn("conditionalAccuracy").isMissing(0));
    }

    @Test
    void saysWhetherVariantsDiffer() {
        var sweep = sweep(DIGITS, TWO);
        var summary = sweep.summary();
        assertEquals(
                List.of("variant", "runs", "failed", "mean", "deviation", "min", "max", "findings"),
                summary.columnNames());
        var row = summary.row(1);
        double[] values = sweep.values("shuffled, all");
        assertEquals((values[0] + values[1]) / 2, row.getDouble("mean"), 1e-9);
        assertEquals(Math.abs(values[0] - values[1]) / Math.sqrt(2), row.getDouble("deviation"), 1e-9);
        assertEquals(Math.min(values[0], values[1]), row.getDouble("min"));
        assertEquals(2, row.getInt("runs"));
        assertEquals("2 healthy", row.getString("findings"));
        assertEquals(1, sweep.comparisons().rowCount());
        assertTrue(sweep.comparisons().printAll().matches("(?s).* 0\\.\\d{4} .*"), sweep.comparisons()::printAll);
        assertTrue(
                sweep.toString().startsWith("4 runs of 25 steps on synthetic digits (seed 1), by distance\n"),
                sweep::toString);
        assertTrue(sweep.by("coverage").toString().contains("by coverage"));
        assertEquals(
                sweep.table().row(0).getDouble("coverage"), sweep.by("coverage").values("tutorial")[0]);
        assertThrows(IllegalArgumentException.class, () -> sweep.by("seconds"));
        var traces = plotSweep(sweep).getTraces();
        assertEquals(3, traces.length);
        assertTrue(traces[2].asJavascript(2).contains("Mean, 95 % interval"));
    }

    @Test
    void goesOnFromItsFileWhoeverEndedIt() throws IOException {
        var file = folder.resolve("sweep.csv");
        var first = sweep(DIGITS, TWO.withSeeds(1).withFile(file));
        var kept = Files.readAllLines(file);
        assertEquals(3, kept.size());
        var more = TWO.withFile(file).withVariant("the same", GanOptions.defaults());
        var second = sweep(DIGITS, more);
        assertEquals(kept, Files.readAllLines(file).subList(0, 3));
        assertEquals(5, Files.readAllLines(file).size(), "a variant of other name and the same settings is done");
        assertEquals(6, second.table().rowCount());
        assertEquals(
                first.table().row(0).getDouble("seconds"), second.table().row(0).getDouble("seconds"));
        assertEquals(numbers(sweep(DIGITS, TWO)), numbers(sweep(DIGITS, TWO.withFile(file))));
        sweep(DIGITS, TWO.withSeeds(1).withFile(file).withThreads(2));
        assertEquals(7, Files.readAllLines(file).size(), "other settings are other runs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n1,2\n", "", "DIGEST\n", "HEAD\nabc,tutorial,one,2\n"})
    void aFileOfSomethingElseIsLeftAlone(String text) throws IOException {
        var file = folder.resolve("sweep.csv");
        sweep(DIGITS, TWO.withSeeds(1).withFile(file));
        var content = text.replace("HEAD", Files.readAllLines(file).get(0));
        Files.writeString(file, content);
        var thrown = assertThrows(UncheckedIOException.class, () -> sweep(DIGITS, TWO.withFile(file)));
        assertTrue(
                thrown.getMessage().startsWith("sweep: " + file + " must be a file of a sweep, but "),
                thrown::getMessage);
        assertEquals(content, Files.readString(file));
    }

    @Test
    void aRunThatFailsIsARow() {
        var options = TWO.withSeeds(1)
                .withVariant("another shape", NetworkOptions.defaults().withShape(new ImageShape(32, 32, 1)))
                .withVariant("hot", GanOptions.defaults().withLearningRate(1e30));
        var sweep = sweep(DIGITS, options);
        var table = sweep.table();
        assertEquals(4, table.rowCount());
        assertEquals(
                "failed: trainStep: images must be of the pair's shape, 32x32, but are of 28x28.",
                table.row(2).getString("finding"));
        assertTrue(table.row(3).getString("finding").startsWith("diverged"), table::toString);
        assertTrue(table.doubleColumn("distance").isMissing(2));
        assertEquals(1, sweep.summary().row(2).getInt("failed"));
        assertEquals("1 failed", sweep.summary().row(2).getString("findings"));
        assertTrue(sweep.toString().contains("at least 2 runs of each are needed"), sweep::toString);
    }

    @Test
    void anInterruptKeepsTheFinishedRuns() throws Exception {
        var file = folder.resolve("sweep.csv");
        var options = TWO.withSeeds(50).withFile(file);
        var found = new Sweep[1];
        var interrupted = new boolean[1];
        var thread = new Thread(() -> {
            found[0] = sweep(DIGITS, options);
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        thread.start();
        while (!Files.exists(file) || Files.readAllLines(file).size() < 3) {
            Thread.sleep(20);
        }
        thread.interrupt();
        thread.join(20_000);
        assertFalse(thread.isAlive());
        assertTrue(interrupted[0]);
        int rows = found[0].table().rowCount();
        assertTrue(rows >= 2 && rows < 20, "rows: " + rows);
        assertEquals(rows + 1, Files.readAllLines(file).size());
    }

    @Test
    void sparkIsRefusedWhereItWasNotBuilt() {
        System.setProperty("gan4j.spark", "local[2]");
        try {
            var thrown = assertThrows(IllegalArgumentException.class, () -> sweep(DIGITS, TWO));
            assertTrue(thrown.getMessage().endsWith("mvn -q -Pspark -DskipTests package"), thrown::getMessage);
        } finally {
            System.clearProperty("gan4j.spark");
        }
    }

    @Test
    void optionsSayWhatIsWrong() {
        assertThrows(IllegalArgumentException.class, () -> sweep(DIGITS, SweepOptions.steps(1)));
        assertThrows(IllegalArgumentException.class, () -> SweepOptions.steps(0));
        assertThrows(IllegalArgumentException.class, () -> TWO.withSeeds(0));
        assertThrows(IllegalArgumentException.class, () -> TWO.withThreads(0));
        assertThrows(IllegalArgumentException.class, () -> TWO.withVariant("tutorial", GanOptions.defaults()));
        assertThrows(IllegalArgumentException.class, () -> TWO.withVariant(" ", GanOptions.defaults()));
        assertThrows(IllegalArgumentException.class, () -> TWO.withVariant("a\nb", GanOptions.defaults()));
        assertThrows(IllegalArgumentException.class, () -> TWO.withEvaluation(FEW.withTestImages(DIGITS)));
    }
}
