package io.github.gan4j.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What real digits look like to the classifier.
 *
 * @param statistics the mean and covariance of the features of MNIST's 60,000 training images
 * @param features the features of some of those images, [2000, 32], for the coverage
 */
record Reference(Gaussian statistics, float[][] features) {
    static final int SIZE = 2_000;

    /** Of the features of all training images: every thirtieth of 60,000 stays. */
    static Reference of(float[][] features) {
        int stride = features.length / SIZE;
        var some = new float[SIZE][];
        Arrays.setAll(some, i -> features[i * stride]);
        return new Reference(Gaussian.fit(features), some);
    }

    byte[] pack() {
        var rows = new ArrayList<float[]>();
        rows.add(toFloats(statistics.mean()));
        for (var row : statistics.covariance()) {
            rows.add(toFloats(row));
        }
        rows.addAll(List.of(features));
        return Floats.pack(rows);
    }

    static Reference unpack(byte[] packed) {
        var rows = new float[1 + DigitNetwork.FEATURES + SIZE][DigitNetwork.FEATURES];
        Floats.unpack(packed, List.of(rows));
        var covariance = Arrays.stream(rows, 1, 1 + DigitNetwork.FEATURES)
                .map(Reference::toDoubles)
                .toArray(double[][]::new);
        var features = Arrays.copyOfRange(rows, 1 + DigitNetwork.FEATURES, rows.length);
        return new Reference(new Gaussian(toDoubles(rows[0]), covariance), features);
    }

    private static float[] toFloats(double[] values) {
        var floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private static double[] toDoubles(float[] values) {
        var doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }
}
