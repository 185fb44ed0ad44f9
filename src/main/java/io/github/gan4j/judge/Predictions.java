package io.github.gan4j.judge;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the digit classifier made of some images.
 *
 * @param features [n, 32]: what the layer before the last says, the space in which images are compared
 * @param probabilities [n, 10]: how likely each digit is
 */
public record Predictions(float[][] features, float[][] probabilities) {

    /** Places of the images in an order that depends on the images alone: sums in it are the same to the last bit. */
    int[] order() {
        return IntStream.range(0, features.length)
                .boxed()
                .sorted((a, b) -> Arrays.compare(features[a], features[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The predictions of the images at these places. */
    Predictions at(int[] places) {
        return new Predictions(
                Arrays.stream(places).mapToObj(i -> features[i]).toArray(float[][]::new),
                Arrays.stream(places).mapToObj(i -> probabilities[i]).toArray(float[][]::new));
    }

    /** The most likely digit of one image. */
    public int digit(int image) {
        int best = 0;
        for (int digit = 1; digit < probabilities[image].length; digit++) {
            best = probabilities[image][digit] > probabilities[image][best] ? digit : best;
        }
        return best;
    }

    /** The share of each digit among the most likely ones, [10], summing to 1. */
    public double[] shares() {
        var counts = new int[DigitNetwork.DIGITS];
        for (int image = 0; image < probabilities.length; image++) {
            counts[digit(image)]++;
        }
        return Arrays.stream(counts)
                .mapToDouble(count -> (double) count / probabilities.length)
                .toArray();
    }

    /** The share of the images that are read as the digits [n] that were asked for; NaN where none were. */
    double accuracy(List<Integer> asked) {
        return IntStream.range(0, asked.size())
                .map(image -> digit(image) == asked.get(image) ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The same of each digit, [10], NaN where nobody asked for it; empty where nobody asked for any. */
    List<Double> digitAccuracies(List<Integer> asked) {
        return asked.isEmpty()
                ? List.of()
                : IntStream.range(0, DigitNetwork.DIGITS)
                        .mapToObj(digit -> accuracy(asked, digit))
                        .toList();
    }

    private double accuracy(List<Integer> asked, int digit) {
        return IntStream.range(0, asked.size())
                .filter(image -> asked.get(image) == digit)
                .map(image -> digit(image) == digit ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    /** The probability of the most likely digit of one image, 0.1 to 1. */
    public double confidence(int image) {
        return probabilities[image][digit(image)];
    }

    /** The mean probability of the most likely digit, 0.1 to 1. */
    public double confidence() {
        double sum = 0;
        for (int image = 0; image < probabilities.length; image++) {
            sum += confidence(image);
        }
        return sum / probabilities.length;
    }

    /**
     * exp of the mean divergence of an image's probabilities from the mean probabilities: 1 for images that are all read
     * alike, 10 for sure predictions of all digits equally often.
     *
     * <p>Source: Salimans et al., "Improved techniques for training GANs", 2016, section 4, with this classifier.
     */
    public double score() {
        var mean = meanProbabilities();
        double divergence = 0;
        for (var image : probabilities) {
            for (int digit = 0; digit < image.length; digit++) {
                divergence += image[digit] > 0 ? image[digit] * Math.log(image[digit] / mean[digit]) : 0;
            }
        }
        return Math.exp(divergence / probabilities.length);
    }

    private double[] meanProbabilities() {
        var mean = new double[DigitNetwork.DIGITS];
        for (var image : probabilities) {
            for (int digit = 0; digit < mean.length; digit++) {
                mean[digit] += (double) image[digit] / probabilities.length;
            }
        }
        return mean;
    }
}
