// 11. Many runs, one question: is the difference more than chance? Fifteen runs take a quarter of an hour on two cores.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import org.apache.commons.math3.stat.inference.TTest;

// By hand, five distances of two variants: the means are 43 and 39; seeds alone would part them as far 7 times of 100.
double[] first = {44, 39, 48, 43, 41}, second = {38, 42, 36, 41, 38};
System.out.printf("p = %.3f%n", new TTest().tTest(first, second));

// The question of lesson 6 with five seeds each, and Adam's usual beta1 beside it. Which pairs will be told apart?
var options = SweepOptions.steps(5_000).
        withVariant("tutorial", GanOptions.defaults()).
        withVariant("shuffled", GanOptions.defaults().withSampling(Sampling.SHUFFLED)).
        withVariant("beta1 0.9", GanOptions.defaults().withBeta1(0.9));
// options.withFile(Path.of("sweep.csv")) keeps each finished run: stopped and begun again, a sweep does the others.
var sweep = sweep(loadDigits(), options);
System.out.println(sweep);
show(plotSweep(sweep));
System.out.println(sweep.comparisons().printAll());
System.out.println(sweep.by("coverage"));   // decide what you measure before you look
