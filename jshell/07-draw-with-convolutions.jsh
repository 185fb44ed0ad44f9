// 7. Draw with convolutions: layers that know which pixels are neighbours, beside the dense pair. Takes some minutes.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

// A window of 3 x 3 weights slides over the picture: -1 left, 1 right. It sums how much lighter it gets on the right.
var digits = loadDigits();
var digit = digits.batch(0, 1).reshape(28, 28).toFloatMatrix();
double rise(int row, int column) {
    double sum = 0;
    for (int i = 0; i < 3; i++) { sum += digit[row + i][column + 2] - digit[row + i][column]; }
    return sum;
}
for (int i = 0; i < 13 * 13; i++) {           // every second place: stride 2 halves. + is lighter, - darker
    double rise = rise(i / 13 * 2, i % 13 * 2);
    System.out.print((rise > 1 ? "+" : rise < -1 ? "-" : " ") + (i % 13 == 12 ? "\n" : ""));
}
var options = NetworkOptions.dcgan();         // windows in the discriminator; in the generator stamps, the other way
summary(buildGenerator(options));
var gan = buildGan(buildGenerator(options), buildDiscriminator(options), GanOptions.dcgan());
for (var pair : List.of(gan, buildGan(buildGenerator(), buildDiscriminator()))) {
    var losses = train(pair, digits, 13_125); show(plotGrid(pair)); System.out.println(diagnose(losses, pair));
    System.out.println(evaluate(pair));       // the Fréchet distance first: the smaller, the better
}
