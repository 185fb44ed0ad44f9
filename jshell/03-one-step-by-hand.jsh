// 3. One training step by hand, with the shape of every array.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

void tell(String name, INDArray array) { System.out.printf("%-22s %s%n", name, Arrays.toString(array.shape())); }

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());
var real = digits.batch(1_000, 32); tell("real images", real);
var discriminatorNoise = Noise.TRAINING.draw(32, 1); tell("discriminator's noise", discriminatorNoise);
var fakes = gan.sample(discriminatorNoise); tell("fakes", fakes);
var mixed = Nd4j.vstack(real, fakes); tell("mixed batch", mixed);
var labels = Nd4j.vstack(Nd4j.ones(32, 1), Nd4j.zeros(32, 1)); tell("labels, real = 1", labels);
var judged = gan.discriminator().network().output(mixed, false); tell("judged", judged);
var generatorNoise = Noise.TRAINING.draw(64, 2); tell("generator's noise", generatorNoise);

// The discriminator learns from the mixed batch, then the generator, from 64 new fakes labelled 1 that it judges.
System.out.println(trainStep(gan, real, discriminatorNoise, generatorNoise));

// The discriminator has changed: it takes the same fakes for real less than before.
System.out.println("fakes for real, before " + judged.get(NDArrayIndex.interval(32, 64)).meanNumber());
System.out.println("fakes for real, after " + gan.discriminator().network().output(fakes, false).meanNumber());
