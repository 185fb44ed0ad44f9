// 3. The discriminator: one image in, the probability that it is real out.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var discriminator = buildDiscriminator();
System.out.println(discriminator);
summary(discriminator);                       // row by row as Keras prints it

// It has learned nothing yet, so what it thinks of four real images and of 16 drawn ones means nothing.
var digits = loadDigits();
var generator = buildGenerator();
var noise = Noise.TRAINING.draw(16, 42);      // [16, 100]
var fog = generator.network().output(noise, false); // [16, 784]
var ofReal = discriminator.network().output(digits.batch(0, 4), false); // [4, 1]
System.out.println("real  " + ofReal.reshape(4));
System.out.println("drawn " + discriminator.network().output(fog, false).reshape(16));

// What an answer costs, binary cross-entropy: -log(p) for a real image, -log(1 - p) for a drawn one, where p is the
// answer. "No idea", 0.5, costs -log(0.5) = 0.693 (the unit is called nat). Compare every loss with that.
double p = ofReal.getDouble(0);
System.out.printf("loss of the first real image: %.3f%n", -Math.log(p));
