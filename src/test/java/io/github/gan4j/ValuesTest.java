package io.github.gan4j;

import static io.github.gan4j.Gan4j.plotGrid;
import static io.github.gan4j.Gan4j.plotInterpolation;
import static io.github.gan4j.Gan4j.plotLosses;
import static io.github.gan4j.Gan4j.plotProgress;
import static io.github.gan4j.Gan4j.syntheticDigits;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.sweep.Row;
import io.github.gan4j.sweep.Rows;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** JShell cuts what a variable prints at 80 characters, and any value at 1,000, in the middle. */
class ValuesTest {
    static Stream<Object> values() {
        var gan = SmallPair.of(8, GanOptions.defaults());
        var losses = Gan4j.train(gan, syntheticDigits(40, 1), 2);
        return Stream.of(
                gan,
                gan.generator(),
                gan.discriminator(),
                losses,
                losses.get(0),
                plotLosses(losses),
                plotProgress(losses),
                plotGrid(gan),
                plotInterpolation(gan, Noise.TRAINING.draw(1, 1), Noise.TRAINING.draw(1, 2)),
                syntheticDigits(20, 1),
                Noise.TRAINING,
                GanOptions.defaults(),
                GanOptions.dcgan(),
                NetworkOptions.defaults(),
                NetworkOptions.dcgan(),
                GridOptions.defaults(),
                EvaluationOptions.defaults(),
                TrainOptions.steps(5_000),
                SweepOptions.steps(5_000).withVariant("tutorial", GanOptions.defaults()),
                Gan4j.diagnose(losses, gan),
                Gan4j.diagnose(losses, gan).observations().get(0));
    }

    /** Numbers and names as long as they come. */
    static Stream<Object> extremes() {
        var name = "x".repeat(300);
        var images = Images.of(name, new byte[784], new int[0]);
        var loss = new StepLoss(Integer.MAX_VALUE, 1e300, -1e300, 0, 1e300);
        var losses = LossHistory.of(Collections.nCopies(5_000, loss));
        var noise = new Noise(-0.12345678901234567, 1.2345678901234567e-200);
        var options = GanOptions.defaults()
                .withSeed(Long.MIN_VALUE)
                .withLearningRate(1.2345678901234567e-200)
                .withBeta1(0.12345678901234567)
                .withBatchSize(Integer.MAX_VALUE - 1)
                .withNoise(noise)
                .withRealLabel(0.98765432109876543);
        var shares = Collections.nCopies(10, 0.1);
        var evaluation = new Evaluation(
                name,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Long.MIN_VALUE,
                471.32,
                9.79,
                shares,
                0.5,
                0.5,
                Double.NaN,
                List.of(),
                Optional.empty(),
                Optional.of(name),
                29.97,
                1,
                true,
                Optional.empty());
        var pair = SmallPair.of(8, GanOptions.defaults());
        var rows = IntStream.range(0, 30)
                .mapToObj(i -> new Row("", "variant " + i, i, 1, Row.Measured.NOTHING, name, 1, 1, name))
                .toList();
        return Stream.of(
                new Sweep(name, rows.stream().map(Row::variant).toList(), Rows.table(rows)),
                SweepOptions.steps(Integer.MAX_VALUE).withFile(Path.of(name)),
                images,
                plotGrid(images),
                plotGrid(pair, GridOptions.defaults().withNoise(noise)),
                loss,
                losses,
                plotLosses(losses),
                new GridAnimation(Collections.nCopies(50, plotGrid(images))),
                noise,
                options,
                NetworkOptions.defaults().withSeed(Long.MIN_VALUE).withLeakySlope(1.2345678901234567e-200),
                NetworkOptions.dcgan()
                        .withSeed(Long.MIN_VALUE)
                        .withShape(new ImageShape(1_024, 1_024, 3))
                        .withMomentum(1.2345678901234567e-200)
                        .withDropout(1.2345678901234567e-200),
                new GridOptions(100, 100, noise, Long.MIN_VALUE),
                TrainOptions.steps(Integer.MAX_VALUE)
                        .withEvaluations(Integer.MAX_VALUE)
                        .withCheckpoints(Integer.MAX_VALUE, Path.of(name)),
                evaluation);
    }

    @ParameterizedTest
    @MethodSource({"values", "extremes"})
    void fitsIntoJShell(Object value) {
        var text = value.toString();
        assertTrue(text.lines().findFirst().orElse("").length() <= 80, text);
        assertTrue(text.length() <= 900, () -> text.length() + " characters: " + text);
    }

    @ParameterizedTest
    @MethodSource("values")
    void saysWhatItIsAndNotWhereItLiesInMemory(Object value) {
        var text = value.toString();
        for (var traceOfJava : List.of("@", "Lambda", "null")) {
            assertFalse(text.contains(traceOfJava), text);
        }
    }
}
