// 8. Ask for a digit: both networks are told a label, and the generator draws what it is asked for. Takes some minutes.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.factory.Nd4j;

// A label comes as ten numbers, a single 1 among zeros: one-hot.
var digits = loadDigits();
System.out.println(Arrays.toString(Arrays.copyOf(digits.labels(), 3)));
System.out.println(Nd4j.eye(10).getRows(Arrays.copyOf(digits.labels(), 3)));
var options = NetworkOptions.defaults().withClasses(10);
summary(buildGenerator(options));             // noise and label: 100 + 10 numbers go in
summary(buildDiscriminator(options));         // pixels and label: is this a real seven?
var gan = buildGan(buildGenerator(options), buildDiscriminator(options));
var losses = train(gan, digits, 5_000);
show(plotGrid(gan));                          // a column for each label, along a row the same noise
show(plotGrid(sample(gan, new int[] {0, 1, 1, 2, 3, 5, 8, 1, 3, 2, 1, 3, 4, 5, 5, 8})));
show(plotInterpolation(gan, 7, 1));           // between two labels
System.out.println(diagnose(losses, gan));
System.out.println(evaluate(gan));            // how many are read as what was asked for
