import static io.github.gan4j.Gan4j.*;
import static tech.tablesaw.aggregate.AggregateFunctions.mean;

import io.github.gan4j.Gan;
import io.github.gan4j.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.api.Heatmap;
import tech.tablesaw.plotly.components.Figure;

/** What somebody else's program does with gan4j; each line needs a library in the right version. */
public final class Consumer {
    private Consumer() {}

    /**
     * Runs all.
     *
     * @param args a folder for files
     */
    public static void main(String[] args) throws Exception {
        var folder = Files.createDirectories(Path.of(args[0]));
        var gan = new ForkJoinPool(2) // whose threads see the program's own class path only
                .submit(() -> buildGan(buildGenerator(), buildDiscriminator()))
                .get();
        var losses = train(gan, syntheticDigits(500, 42), 5);
        tables(losses.table(), folder);
        files(gan, folder);
        show(plotLosses(losses));
        show(plotGrid(gan));
        System.out.println(evaluate(gan));
        exercise(3);
        about();
        Main.main(new String[] {"--steps", "2", "--out", folder.resolve("main").toString()});
        System.out.println("consumer: done");
    }

    private static void tables(Table losses, Path folder) throws Exception {
        var sorted = losses.sortDescendingOn("generator").doubleColumn("generator");
        require(sorted.get(0) == losses.doubleColumn("generator").max(), "sortDescendingOn");
        require(losses.sortOn("step").rowCount() == 5, "sortOn");
        require(losses.where(losses.intColumn("step").isGreaterThan(2)).rowCount() == 3, "where");
        require(losses.sampleN(2).rowCount() == 2, "sampleN");
        require(losses.joinOn("step").inner(losses.selectColumns("step")).rowCount() == 5, "joinOn");
        require(losses.summarize("generator", mean).apply().rowCount() == 1, "summarize");
        var words = Table.create(
                StringColumn.create("digit", List.of("one", "two", "one")),
                StringColumn.create("said", List.of("one", "one", "one")),
                DoubleColumn.create("share", 0.1, 0.2, 0.3));
        require(words.xTabCounts("digit", "said").rowCount() == 3, "xTabCounts");
        require(words.countBy("digit").rowCount() == 2, "countBy");
        var heatmap = Heatmap.create("digits", words, "digit", "said");
        require(size(heatmap, folder.resolve("heatmap.html")) > 800_000, "Heatmap");
        System.out.println(losses.summary());
    }

    private static long size(Figure figure, Path page) throws Exception {
        saveHtml(figure, page);
        return Files.size(page);
    }

    private static void files(Gan gan, Path folder) throws Exception {
        save(gan, folder.resolve("gan.zip"));
        require(loadGan(folder.resolve("gan.zip")).step() == 5, "loadGan");
        gan.history().table().write().csv(folder.resolve("losses.csv").toString());
        require(Table.read().csv(folder.resolve("losses.csv").toString()).rowCount() == 5, "csv");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("consumer: " + what + " gave something else");
        }
        System.out.println("consumer: " + what);
    }
}
