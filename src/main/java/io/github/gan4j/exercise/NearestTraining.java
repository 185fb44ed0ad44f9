package io.github.gan4j.exercise;

import io.github.gan4j.data.SyntheticDigits;
import io.github.gan4j.internal.SeededRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Whether a generator copies. */
final class NearestTraining {
    private static final int IMAGES = 200;

    static final Exercise EXERCISE =
            new Exercise(12, "The nearest training image: does it copy?", """
            Find the training image that is nearest to a picture: the smallest Euclidean distance over the
            784 pixels. Then use it on `sample(gan, 16)`: a copy is far nearer than a real test image ever is.
            """, """
            NearestImage nearest = (picture, training) -> 0;

            check(12, nearest);
            """, """
            import org.nd4j.linalg.api.ndarray.INDArray;
            import org.nd4j.linalg.factory.Nd4j;

            NearestImage nearest = (picture, training) ->
                    Nd4j.argMin(training.subRowVector(picture).norm2(1), 0).getInt(0); // norm2(1): [n]

            var digits = loadDigits();
            var gan = buildGan(buildGenerator(), buildDiscriminator());
            var losses = train(gan, digits, 1_000);

            var training = digits.batch(0, 5_000);
            INDArray nearestOf(INDArray pictures) { // [n, 784]
                var found = new INDArray[(int) pictures.size(0)];
                for (int i = 0; i < found.length; i++) {
                    found[i] = training.getRow(nearest.find(pictures.getRow(i, true), training), true);
                }
                return Nd4j.vstack(found);
            }

            var drawn = sample(gan, 16);
            var nearDrawn = nearestOf(drawn);
            show(ImageGrid.of(Nd4j.vstack(drawn, nearDrawn), 2, 16, "drawn, and nearest in training"));

            var others = digits.batch(30_000, 16); // real, but not among the 5,000
            var nearOthers = nearestOf(others);
            System.out.println("drawn: " + drawn.sub(nearDrawn).norm2(1).meanNumber());
            System.out.println("real:  " + others.sub(nearOthers).norm2(1).meanNumber());

            check(12, nearest);
            """, """
            The row of the smallest of all distances is the answer. In the grid each drawn picture stands above its
            nearest training image: alike in stroke at best, and never the same. The distances say so in numbers: drawn
            pictures lie farther from the training images than real ones that are not among them, and a copy would be
            near 0. Grain adds to a distance too, so far is not yet good. `evaluate(gan)` looks for copies as well.
            """, NearestTraining::judge);

    private NearestTraining() {}

    private static String judge(Object answer) {
        var found = WrongAnswer.requireType(NearestImage.class, "Declare it: NearestImage nearest = ...", answer);
        var training = training();
        for (int image = 0; image < IMAGES; image += 20) {
            int row = found.find(training.getRow(image, true).dup(), training.dup());
            WrongAnswer.require(row >= 0 && row < IMAGES, "there are rows 0 to %d, but got %d.", IMAGES - 1, row);
            WrongAnswer.require(
                    row == image,
                    "a picture that is an exact copy of training image %d is said to be nearest to %d.%s",
                    image,
                    row,
                    row == brightest(training.getRow(image, true), training)
                            ? " That one has the largest product with it, because it has more contrast."
                            : "");
        }
        checkInexact(found, training);
        return "exact copies and noisy, faint ones are all found. On a GAN, compare with the distances of test images.";
    }

    /** Digits [200, 784] of different contrast, where the largest product is not the smallest distance. */
    private static INDArray training() {
        var digits = SyntheticDigits.draw(IMAGES, 3).batch(0, IMAGES);
        for (int image = 0; image < IMAGES; image++) {
            digits.getRow(image).muli(0.5 + 0.1 * (image / 20 % 6));
        }
        return digits;
    }

    /** Copies that are not exact, where equality and a comparison of brightness fail. */
    private static void checkInexact(NearestImage found, INDArray training) {
        var random = new SeededRandom(5);
        for (int i = 0; i < 10; i++) {
            var picture = training.getRow(random.nextInt(IMAGES), true).mul(0.8).addi(0.1);
            for (int pixel = 0; pixel < picture.length(); pixel++) {
                picture.putScalar(pixel, picture.getDouble(pixel) + 0.1 * random.nextGaussian());
            }
            int nearest = nearest(picture, training);
            int row = found.find(picture.dup(), training.dup());
            WrongAnswer.require(
                    row == nearest,
                    "exact copies are found, but a noisy, fainter copy of image %d is said to be nearest to %d.",
                    nearest,
                    row);
        }
    }

    private static int nearest(INDArray picture, INDArray training) {
        var distances = training.subRowVector(picture).norm2(1);
        return Nd4j.argMin(distances, 0).getInt(0);
    }

    private static int brightest(INDArray picture, INDArray training) {
        return Nd4j.argMax(training.mmul(picture.transpose()).reshape(IMAGES), 0)
                .getInt(0);
    }
}
