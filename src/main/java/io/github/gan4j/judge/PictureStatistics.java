package io.github.gan4j.judge;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import io.github.gan4j.ImageShape;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What can be counted in the generator's pictures.
 *
 * @param middle the share of pixels between -0.5 and 0.5: 0.05 in MNIST
 * @param mean the mean pixel: -0.74 in MNIST
 * @param smoothness the correlation of pixels that are side by side: 0 in noise, 0.9 in MNIST
 * @param distance the mean distance between two pictures, for 784 features: 20 in MNIST
 * @param digits what they are read as, where they are of the shape that the digit classifier reads
 */
record PictureStatistics(
        double middle, double mean, double smoothness, double distance, Optional<DigitStatistics> digits) {
    /**
     * What pictures are read as.
     *
     * @param top the digit that most pictures are read as
     * @param topShare the share of the pictures read as that digit
     * @param entropy the entropy of the digits in nats, at most 2.303
     */
    record DigitStatistics(int top, double topShare, double entropy) {
        static DigitStatistics of(INDArray images) {
            var shares = DigitClassifier.shipped().predict(images).shares();
            int top = PictureStatistics.top(shares);
            return new DigitStatistics(top, shares[top], PictureStatistics.entropy(shares));
        }
    }

    static PictureStatistics of(INDArray images, ImageShape shape) {
        return of(
                images,
                shape,
                shape.equals(ImageShape.MNIST) ? Optional.of(DigitStatistics.of(images)) : Optional.empty());
    }

    /** The same without asking the digit classifier. */
    static PictureStatistics withoutDigits(INDArray images, ImageShape shape) {
        return of(images, shape, Optional.empty());
    }

    private static PictureStatistics of(INDArray images, ImageShape shape, Optional<DigitStatistics> digits) {
        var pixels = images.toFloatMatrix();
        return new PictureStatistics(
                middle(pixels),
                images.meanNumber().doubleValue(),
                smoothness(images, shape),
                distance(pixels) * Math.sqrt((double) ImageShape.MNIST.features() / shape.features()),
                digits);
    }

    private static double middle(float[][] pictures) {
        long count = 0;
        for (var picture : pictures) {
            for (float pixel : picture) {
                count += Math.abs(pixel) < 0.5f ? 1 : 0;
            }
        }
        return (double) count / ((long) pictures.length * pictures[0].length);
    }

    /** Pearson's correlation of all pixels with their right neighbours. */
    private static double smoothness(INDArray images, ImageShape shape) {
        var rows = images.reshape(images.size(0), images.size(1) / shape.width(), shape.width());
        var left = rows.get(all(), all(), interval(0, shape.width() - 1)).dup('c');
        var right = rows.get(all(), all(), interval(1, shape.width())).dup('c');
        left.subi(left.meanNumber());
        right.subi(right.meanNumber());
        double spread = left.norm2Number().doubleValue() * right.norm2Number().doubleValue();
        return spread == 0 ? 0 : left.mul(right).sumNumber().doubleValue() / spread;
    }

    /** Between each picture and the next: as many pairs as pictures, all independent of the noise's order. */
    private static double distance(float[][] pictures) {
        double sum = 0;
        for (int i = 0; i < pictures.length; i++) {
            sum += Math.sqrt(
                    Distances.squared(pictures[i], pictures[(i + 1) % pictures.length], Double.POSITIVE_INFINITY));
        }
        return sum / pictures.length;
    }

    private static int top(double[] shares) {
        int top = 0;
        for (int digit = 1; digit < shares.length; digit++) {
            top = shares[digit] > shares[top] ? digit : top;
        }
        return top;
    }

    private static double entropy(double[] shares) {
        double entropy = 0;
        for (double share : shares) {
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return entropy;
    }
}
