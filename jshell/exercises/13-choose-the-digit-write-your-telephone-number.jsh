// 13. Choose the digit: write your telephone number
// Draw a number, one picture for each digit of a text such as "+49 30 901820"; what is no digit is left
// out. The start draws 0 to 9 in turn, whatever it is asked for. The pair has to be trained first; 3,000
// steps are enough for more than half of the digits.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;
import org.nd4j.linalg.api.ndarray.INDArray;

var options = NetworkOptions.defaults().withClasses(10);
var gan = buildGan(buildGenerator(options), buildDiscriminator(options));

INDArray write(Gan pair, String number) { return sample(pair, number.length()); }

check(13, new Handwriting(gan, (pair, number) -> write(pair, number)));
