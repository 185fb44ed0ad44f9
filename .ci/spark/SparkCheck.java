import static io.github.gan4j.Gan4j.loadMnist;
import static io.github.gan4j.Gan4j.sweep;
import static io.github.gan4j.Gan4j.syntheticDigits;

import io.github.gan4j.EvaluationOptions;
import io.github.gan4j.GanOptions;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.NetworkOptions;
import io.github.gan4j.Sampling;
import io.github.gan4j.Sweep;
import io.github.gan4j.SweepOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import tech.tablesaw.api.Table;

/** Sweeps on Spark beside the same in this JVM; .ci/check-spark runs it. */
class SparkCheck {
    private static final EvaluationOptions FEW = EvaluationOptions.defaults().withCount(200);

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "local" -> local(Path.of(arguments[1]));
            case "alone" -> keep(twelve(), Path.of(arguments[1]));
            case "cluster" -> cluster(Path.of(arguments[1]), Path.of(arguments[2]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.exit(0);
    }

    /** Two cores of this JVM. */
    private static void local(Path folder) throws Exception {
        var digits = syntheticDigits(300, 1);
        var four = SweepOptions.steps(30)
                .withSeeds(2)
                .withEvaluation(FEW)
                .withVariant("tutorial", GanOptions.defaults())
                .withVariant("critic", GanOptions.wassersteinGp());
        long start = System.nanoTime();
        var alone = sweep(digits, four);
        long middle = System.nanoTime();
        var onSpark = onSpark("local[2]", digits, four.withFile(folder.resolve("local.csv")));
        long end = System.nanoTime();
        same(alone, onSpark);
        require(Files.readAllLines(folder.resolve("local.csv")).size() == 5, "each run is in the file");
        System.out.printf(
                "check-spark: local[2] gives the bits of this JVM: 4 runs in %.1f s, here in %.1f s%n",
                (end - middle) / 1e9, (middle - start) / 1e9);

        var failing = SweepOptions.steps(2)
                .withSeeds(1)
                .withVariant("another shape", NetworkOptions.defaults().withShape(new ImageShape(32, 32, 1)))
                .withVariant("unlike", GanOptions.defaults().withSampling(Sampling.SHUFFLED));
        var conf = new SparkConf().setMaster("local[2]").setAppName("own").set("spark.ui.enabled", "false");
        try (var own = new JavaSparkContext(conf)) {
            same(sweep(digits, failing), onSpark("local[2]", digits, failing));
            require(!own.sc().isStopped(), "a session that was there before goes on");
        }
        System.out.println("check-spark: a run that fails by its settings is a row; a session that was there before goes on");

        says("nonsense", "gan4j.spark: Spark must be able to start with the master nonsense, but: ", digits, four);
        says("spark://127.0.0.1", "gan4j.spark: Spark must be able to start with the master spark://127.0.0.1, but: ", digits, four);
        says("spark://127.0.0.1:1", "gan4j.spark: Spark must be able to start with the master spark://127.0.0.1:1, but: nobody answers there.", digits, four);
        says("local[1]", "gan4j.spark: Spark must be able to start with the master local[1], but: ", digits, four.withThreads(2));
        stopped(digits, four.withSeeds(50).withFile(folder.resolve("stopped.csv")));
    }

    private static void says(String master, String beginning, Images digits, SweepOptions options) {
        try {
            onSpark(master, digits, options);
        } catch (IllegalArgumentException e) {
            System.out.println("check-spark: " + e.getMessage());
            require(e.getMessage().startsWith(beginning), "this begins with: " + beginning);
            return;
        }
        require(false, master + " is refused");
    }

    /** An interrupt keeps what has ended. */
    private static void stopped(Images digits, SweepOptions options) throws Exception {
        var found = new Sweep[1];
        var interrupted = new boolean[1];
        var thread = new Thread(() -> {
            found[0] = onSpark("local[2]", digits, options);
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        thread.start();
        var file = options.file().orElseThrow();
        await(() -> rows(file) >= 2);
        thread.interrupt();
        thread.join(60_000);
        require(!thread.isAlive() && interrupted[0], "the sweep ends soon, and the interrupt is kept");
        int rows = found[0].table().rowCount();
        require(rows >= 2 && rows < 50 && rows == rows(file), "the finished runs are kept: " + rows);
        System.out.println("check-spark: an interrupt leaves " + rows + " finished runs, in the file as well");
    }

    private static int rows(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() - 1 : 0;
        } catch (java.io.IOException e) {
            return 0; // it is being replaced
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    private static Images images() {
        return System.getenv("GAN4J_DATA") == null ? syntheticDigits(6_000, 1) : loadMnist();
    }

    private static SweepOptions twelve() {
        return SweepOptions.steps(150)
                .withSeeds(6)
                .withVariant("tutorial", GanOptions.defaults())
                .withVariant("shuffled", GanOptions.defaults().withSampling(Sampling.SHUFFLED));
    }

    private static void keep(SweepOptions options, Path file) {
        sweep(images(), options.withFile(file));
    }

    /** The master is the setting's; the same runs were kept by {@code alone}. */
    private static void cluster(Path alone, Path file) {
        var images = images();
        var onSpark = sweep(images, twelve().withFile(file));
        same(sweep(images, twelve().withFile(alone)), onSpark);
        require(onSpark.table().rowCount() == 12, "there are 12 rows");
        System.out.println("check-spark: 12 rows with the bits of one JVM");
        System.out.println(onSpark);
    }

    private static Sweep onSpark(String master, Images digits, SweepOptions options) {
        System.setProperty("gan4j.spark", master);
        try {
            return sweep(digits, options);
        } finally {
            System.clearProperty("gan4j.spark");
        }
    }

    private static void same(Sweep expected, Sweep found) {
        var wanted = numbers(expected);
        var got = numbers(found);
        require(wanted.equals(got), "these are equal:\n" + wanted + "\n" + got);
    }

    /** All columns but the time, each number with all its digits. */
    private static String numbers(Sweep sweep) {
        Table table = sweep.table().removeColumns("seconds");
        var text = new StringBuilder();
        for (var row : table) {
            for (var name : table.columnNames()) {
                text.append(row.getObject(name)).append('\t');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            System.err.println("check-spark: must hold: " + rule);
            System.exit(1);
        }
    }
}
