// 9. A loss that can be read: a critic in place of the discriminator, and an estimate that falls. Takes some minutes.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.factory.Nd4j;

// How far must earth be carried to make one pile into the other? Sort both: 1 to 2, 2 to 3, 6 to 10, so 2 in the mean.
double[] real = {1, 2, 6}, fake = {2, 3, 10};
double carried = IntStream.range(0, 3).mapToDouble(i -> Math.abs(real[i] - fake[i])).average().orElseThrow();
System.out.println("carried " + carried);
// The penalty: how far the length of a score's gradient is from 1, squared, times 10. Lengths 1, 5 and 0:
var miss = Nd4j.createFromArray(new float[][] {{0.6f, 0.8f}, {3, 4}, {0, 0}}).norm2(1).sub(1);
System.out.println(miss.mul(miss).mul(10));
// The same hard setting twice: a discriminator with ten times the generator's learning rate, and a critic with as much.
var digits = loadDigits();
var hard = GanOptions.defaults().withDiscriminatorLearningRate(2e-3);
var wasserstein = GanOptions.wassersteinGp().withLearningRate(2e-4).withDiscriminatorLearningRate(2e-3);
for (var options : List.of(hard, wasserstein)) {
    var gan = buildGan(buildGenerator(), buildDiscriminator(), options);
    var losses = train(gan, digits, TrainOptions.steps(1_000).withEvaluations(100));
    show(plotGrid(gan)); show(plotLosses(losses)); show(plotQuality(losses));
    System.out.println(diagnose(losses, gan));
}
