package io.github.gan4j.exercise;

import io.github.gan4j.judge.DigitClassifier;
import java.util.List;

/** A number is written digit by digit, which only a conditional pair can do. */
final class WrittenNumber {
    private static final List<String> NUMBERS = List.of("2718281828", "+49 30 901820", "007");

    static final Exercise EXERCISE =
            new Exercise(13, "Choose the digit: write your telephone number", """
            Draw a number, one picture for each digit of a text such as "+49 30 901820"; what is no digit is left
            out. The start draws 0 to 9 in turn, whatever it is asked for. The pair has to be trained first; 3,000
            steps are enough for more than half of the digits.
            """, """
            import org.nd4j.linalg.api.ndarray.INDArray;

            var options = NetworkOptions.defaults().withClasses(10);
            var gan = buildGan(buildGenerator(options), buildDiscriminator(options));

            INDArray write(Gan pair, String number) { return sample(pair, number.length()); }

            check(13, new Handwriting(gan, (pair, number) -> write(pair, number)));
            """, """
            import org.nd4j.linalg.api.ndarray.INDArray;

            var options = NetworkOptions.defaults().withClasses(10);
            var gan = buildGan(buildGenerator(options), buildDiscriminator(options));
            var digits = loadDigits();
            var losses = train(gan, digits, 3_000);

            INDArray write(Gan pair, String number) {
                var labels = number.chars().filter(Character::isDigit).map(Character::getNumericValue).toArray();
                return sample(pair, labels);
            }

            show(plotGrid(write(gan, "1234 5678 9012 3456")));

            check(13, new Handwriting(gan, (pair, number) -> write(pair, number)));
            """, """
            A label is a whole number from 0 to 9, and sample draws one picture for each. A text, not a number, is what
            keeps the two zeros of 007. Two equal digits look different: the noise differs, and the label says only
            what to draw, not how.
            """, WrittenNumber::judge);

    private WrittenNumber() {}

    private static String judge(Object answer) {
        var hand = WrongAnswer.requireType(Handwriting.class, "new Handwriting(gan, writer) makes one.", answer);
        int right = 0;
        int all = 0;
        for (var number : NUMBERS) {
            var digits =
                    number.chars().filter(Character::isDigit).map(c -> c - '0').toArray();
            var pictures = hand.writer().apply(hand.gan(), number);
            WrongAnswer.require(
                    pictures.rank() == 2 && pictures.size(0) == digits.length,
                    "\"%s\" has %d digits, but there are %d pictures.",
                    number,
                    digits.length,
                    pictures.size(0));
            var seen = DigitClassifier.shipped().predict(pictures);
            for (int i = 0; i < digits.length; i++) {
                right += seen.digit(i) == digits[i] ? 1 : 0;
            }
            all += digits.length;
        }
        WrongAnswer.require(
                2 * right >= all,
                "%d of %d pictures are read as the digit that was asked for. Is the pair trained, and is each digit asked for?",
                right,
                all);
        return right + " of " + all + " pictures are read as the digit that was asked for.";
    }
}
