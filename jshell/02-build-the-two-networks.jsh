// 2. Build the two networks: 100 random numbers in, one image out; one image in, the probability that it is real out.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var generator = buildGenerator();
summary(generator);                           // row by row as Keras prints it; None is any number of images
var discriminator = buildDiscriminator();
summary(discriminator);

// The random numbers are called noise. The tutorial trains on normal(-1, 1) / 2: mean -0.5, standard deviation 0.5.
// What each layer makes of it; the first shape is the noise's own. The false says "not training".
var noise = Noise.TRAINING.draw(16, 42);      // [16, 100], seed 42
for (var output : generator.network().feedForward(noise, false)) {
    System.out.println(Arrays.toString(output.shape()));
}
var fog = generator.network().output(noise, false); // [16, 784] in -1..1
show(plotGrid(fog));                          // grey fog: nothing is learned yet

// The discriminator has learned nothing either, so what it thinks of four real images means nothing. An answer p costs
// -log(p) for a real image, -log(1 - p) for a drawn one; 0.5, "no idea", costs 0.693. Compare every loss with that.
var ofReal = discriminator.network().output(loadDigits().batch(0, 4), false); // [4, 1]
System.out.println("real  " + ofReal.reshape(4));
System.out.println("drawn " + discriminator.network().output(fog, false).reshape(16));
System.out.printf("loss of the first real image: %.3f%n", -Math.log(ofReal.getDouble(0)));
