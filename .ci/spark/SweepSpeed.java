import static io.github.gan4j.Gan4j.loadDigits;
import static io.github.gan4j.Gan4j.sweep;

import io.github.gan4j.GanOptions;
import io.github.gan4j.SweepOptions;

/** How long a sweep takes: of so many runs, so many steps each, with so many threads. */
class SweepSpeed {
    public static void main(String[] numbers) {
        var digits = loadDigits();
        var options = SweepOptions.steps(Integer.parseInt(numbers[1]))
                .withSeeds(Integer.parseInt(numbers[0]))
                .withThreads(Integer.parseInt(numbers[2]))
                .withVariant("tutorial", GanOptions.defaults());
        long start = System.nanoTime();
        int runs = sweep(digits, options).table().rowCount();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%d runs in %.0f s, %.0f an hour%n", runs, seconds, runs * 3_600 / seconds);
        System.exit(0);
    }
}
