package io.github.gan4j.judge;

import io.github.gan4j.Gan4j;
import io.github.gan4j.ImageShape;
import io.github.gan4j.Images;
import io.github.gan4j.internal.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/** How feature spaces rank images that were made worse on purpose: the table of docs/measurements.md that chose one of them. */
final class PlantedDegradations {
    private static final int COUNT = 2_000;

    private final Images images;
    private final ImageShape shape;
    private final float[][] reference;
    private final float[][] real;

    private PlantedDegradations(Images images) {
        this.images = images;
        this.shape = images.shape();
        reference = rows(i -> i);
        real = rows(i -> COUNT + i);
    }

    private float[][] rows(Function<Integer, Integer> place) {
        var rows = new float[COUNT][shape.features()];
        for (int i = 0; i < COUNT; i++) {
            images.copyTo(place.apply(i), rows[i], 0);
        }
        return rows;
    }

    public static void main(String[] arguments) {
        for (var images : List.of(Gan4j.syntheticDigits(2 * COUNT, 7), Gan4j.loadMnist(), discs(2 * COUNT))) {
            System.out.println("\n" + images);
            new PlantedDegradations(images).print();
        }
    }

    private void print() {
        var spaces = spaces();
        System.out.println("| | " + String.join(" | | ", spaces.keySet()) + " | |");
        var rows = new LinkedHashMap<String, StringBuilder>();
        for (var space : spaces.values()) {
            var features = standardised(space, reference);
            var fitted = Gaussian.fit(features.apply(reference));
            var coverage = new Coverage(features.apply(reference));
            double floor = 0;
            for (var made : worse().entrySet()) {
                var found = features.apply(made.getValue());
                double distance;
                try {
                    distance = fitted.frechetDistance(Gaussian.fit(found));
                } catch (RuntimeException e) {
                    distance = Double.NaN;
                }
                floor = floor == 0 ? distance : floor;
                rows.computeIfAbsent(made.getKey(), key -> new StringBuilder())
                        .append(String.format(
                                Locale.ROOT,
                                " %.2f (%.1f x) | %.3f |",
                                distance,
                                distance / floor,
                                coverage.of(found)));
            }
        }
        rows.forEach((name, row) -> System.out.println("| " + name + " |" + row));
    }

    private static Function<float[][], float[][]> standardised(
            Function<float[][], float[][]> space, float[][] reference) {
        var gaussian = Gaussian.fit(space.apply(reference));
        return rows -> {
            var features = space.apply(rows);
            for (var row : features) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) ((row[i] - gaussian.mean()[i]) / Math.sqrt(gaussian.covariance()[i][i] + 1e-6));
                }
            }
            return features;
        };
    }

    private Map<String, Function<float[][], float[][]>> spaces() {
        var spaces = new LinkedHashMap<String, Function<float[][], float[][]>>();
        for (int size : new int[] {32, 64}) {
            spaces.put("conv+dense " + size, new Random(shape, size, 0)::of);
        }
        spaces.put("conv, mean", new Random(shape, 0, 1)::of);
        spaces.put("pixels' components 32", components(reference, 32));
        var conv = new Random(shape, 0, 0);
        var pca = components(conv.of(reference), 32);
        spaces.put("conv, components 32", rows -> pca.apply(conv.of(rows)));
        return spaces;
    }

    /** Random convolutions. */
    private static final class Random {
        private final ImageShape shape;
        private final int pool;
        private final List<PatchLayer> layers = new ArrayList<>();
        private final int side2;

        Random(ImageShape shape, int size, int pool) {
            this.shape = shape;
            this.pool = pool;
            int stride = Math.max(2, shape.height() / 16);
            int side1 = (shape.height() - 5) / stride + 1;
            side2 = (side1 - 5) / 2 + 1;
            layers.add(PatchLayer.convolution(shape.height(), shape.channels(), 5, stride, 16));
            layers.add(PatchLayer.convolution(side1, 16, 5, 2, 48));
            if (size > 0) {
                layers.add(PatchLayer.dense(side2 * side2 * 48, size, false));
            }
            var random = new SeededRandom(1);
            layers.forEach(layer -> layer.initialise(random));
        }

        float[][] of(float[][] rows) {
            var features = new float[rows.length][];
            io.github.gan4j.internal.Workers.current().forEach((rows.length + 127) / 128, block -> {
                int from = block * 128;
                int count = Math.min(128, rows.length - from);
                var values = new float[shape.features()][count];
                for (int lane = 0; lane < count; lane++) {
                    for (int i = 0; i < shape.features(); i++) {
                        values[i % shape.pixels() * shape.channels() + i / shape.pixels()][lane] = rows[from + lane][i];
                    }
                }
                for (var layer : layers) {
                    values = layer.forward(values);
                }
                for (int lane = 0; lane < count; lane++) {
                    features[from + lane] = pooled(values, lane);
                }
            });
            return features;
        }

        private float[] pooled(float[][] values, int lane) {
            if (pool == 0) {
                var all = new float[values.length];
                for (int i = 0; i < all.length; i++) {
                    all[i] = values[i][lane];
                }
                return all;
            }
            var means = new float[48 * pool * pool];
            for (int i = 0; i < values.length; i++) {
                int y = i / 48 / side2 * pool / side2;
                int x = i / 48 % side2 * pool / side2;
                means[(y * pool + x) * 48 + i % 48] += values[i][lane] / (side2 * side2);
            }
            return means;
        }
    }

    private static Function<float[][], float[][]> components(float[][] rows, int count) {
        int features = rows[0].length;
        var gaussian = Gaussian.fit(rows);
        // the greatest by subspace iteration
        var random = new SeededRandom(3);
        var basis = MatrixUtils.createRealMatrix(features, count);
        for (int i = 0; i < features; i++) {
            for (int j = 0; j < count; j++) {
                basis.setEntry(i, j, random.nextDouble() - 0.5);
            }
        }
        var covariance = MatrixUtils.createRealMatrix(gaussian.covariance());
        for (int k = 0; k < 15; k++) {
            basis = new org.apache.commons.math3.linear.QRDecomposition(covariance.multiply(basis))
                    .getQ()
                    .getSubMatrix(0, features - 1, 0, count - 1);
        }
        var inner = new EigenDecomposition(basis.transpose()
                .multiply(covariance)
                .multiply(basis)
                .add(basis.transpose().multiply(covariance).multiply(basis).transpose())
                .scalarMultiply(0.5));
        var axes = basis.multiply(inner.getV()).getData();
        return all -> Arrays.stream(all)
                .parallel()
                .map(row -> {
                    var projected = new float[count];
                    for (int j = 0; j < count; j++) {
                        double sum = 0;
                        for (int i = 0; i < row.length; i++) {
                            sum += (row[i] - gaussian.mean()[i]) * axes[i][j];
                        }
                        projected[j] = (float) sum;
                    }
                    return projected;
                })
                .toArray(float[][]::new);
    }

    private Map<String, float[][]> worse() {
        var worse = new LinkedHashMap<String, float[][]>();
        worse.put("real", real);
        worse.put("blur 3x3", each(real, row -> blur(row, 1)));
        worse.put("blur 5x5", each(real, row -> blur(row, 2)));
        worse.put("noise 0.1", noise(0.1f));
        worse.put("noise 0.3", noise(0.3f));
        worse.put("1 class of 10 dropped", dropped(1));
        worse.put("5 classes dropped", dropped(5));
        worse.put("100 images again and again", repeated(100));
        worse.put("10 images again and again", repeated(10));
        worse.put("pure noise", PureNoise.draw(COUNT, shape.features(), 1).toFloatMatrix());
        return worse;
    }

    private static float[][] each(float[][] rows, Function<float[], float[]> change) {
        return Arrays.stream(rows).map(change).toArray(float[][]::new);
    }

    private float[] blur(float[] row, int radius) {
        var blurred = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            int plane = i / shape.pixels() * shape.pixels();
            int y = i % shape.pixels() / shape.width();
            int x = i % shape.width();
            float sum = 0;
            int count = 0;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    if (y + dy >= 0 && y + dy < shape.height() && x + dx >= 0 && x + dx < shape.width()) {
                        sum += row[plane + (y + dy) * shape.width() + x + dx];
                        count++;
                    }
                }
            }
            blurred[i] = sum / count;
        }
        return blurred;
    }

    private float[][] noise(float deviation) {
        var random = new SeededRandom(2);
        return each(real, row -> {
            var noisy = row.clone();
            for (int i = 0; i < noisy.length; i++) {
                noisy[i] = Math.max(-1, Math.min(1, noisy[i] + deviation * (float) random.nextGaussian()));
            }
            return noisy;
        });
    }

    /** As many images, of fewer classes. */
    private float[][] dropped(int classes) {
        var labels = images.labels();
        var kept = IntStream.range(0, COUNT)
                .filter(i -> labels[COUNT + i] >= classes)
                .toArray();
        return IntStream.range(0, COUNT)
                .mapToObj(i -> real[kept[i % kept.length]])
                .toArray(float[][]::new);
    }

    private float[][] repeated(int count) {
        return IntStream.range(0, COUNT).mapToObj(i -> real[i % count]).toArray(float[][]::new);
    }

    /** Colour pictures of 32x32: discs, rings, squares ... in ten kinds, on a ground that grows lighter. */
    private static Images discs(int count) {
        var shape = new ImageShape(32, 32, 3);
        var pixels = new byte[count * shape.features()];
        var labels = new int[count];
        var random = new SeededRandom(5);
        for (int n = 0; n < count; n++) {
            int kind = n % 10;
            labels[n] = kind;
            double x0 = 11 + 10 * random.nextDouble(),
                    y0 = 11 + 10 * random.nextDouble(),
                    r = 5 + 5 * random.nextDouble();
            var ground = new double[] {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            for (int i = 0; i < shape.features(); i++) {
                int x = i % 32, y = i / 32 % 32, c = i / 1024;
                double dx = x - x0, dy = y - y0;
                double d = kind % 5 < 2
                        ? Math.hypot(dx, dy)
                        : kind % 5 == 2
                                ? Math.max(Math.abs(dx), Math.abs(dy))
                                : kind % 5 == 3 ? Math.abs(dx) + Math.abs(dy) : Math.abs(dx);
                boolean in = kind % 5 == 1 ? Math.abs(d - r) < 2 : d < r;
                double value = in ? (kind + c) % 3 == 0 ? 230 : 60 : 90 * ground[c] + 60 + y;
                pixels[n * shape.features() + i] = (byte) value;
            }
        }
        return Images.of("drawn shapes", shape, pixels, labels);
    }
}
