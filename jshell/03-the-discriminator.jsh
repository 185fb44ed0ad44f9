// 3. The discriminator: one image in, the probability that it is real out.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var discriminator = buildDiscriminator();
System.out.println(discriminator);
summary(discriminator);                       // row by row as Keras prints it

// It has seen nothing yet, so that it gives real and drawn images much the same probability, about 0.5.
var digits = loadDigits();
var generator = buildGenerator();
var real = digits.batch(0, 4);                // [4, 784]
var fakes = generator.network().output(Noise.TRAINING.draw(4, 42), false); // [4, 784]
var ofReal = discriminator.network().output(real, false);   // [4, 1]
var ofFakes = discriminator.network().output(fakes, false); // [4, 1]
System.out.println("real for real:  " + ofReal.reshape(4));
System.out.println("fakes for real: " + ofFakes.reshape(4));

// Binary cross-entropy is -log(p) for a real image and -log(1 - p) for a fake. A coin toss costs
// -log(0.5) = 0.693 nats, the number to compare every loss with.
double p = ofReal.getDouble(0);
System.out.printf("loss of the first real image: %.3f nats%n", -Math.log(p));
