package io.github.gan4j.train.fused;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The discrete Fourier transform of a plane that is long enough for a window's ends not to meet, as matrices of real numbers: each
 * frequency but those that are their own mirror image has a real and an imaginary row.
 *
 * @param all the frequencies, one of each pair of mirror images
 * @param ofTaps [rows, taps]: the transform of the window
 * @param ofSmall [rows, positions]: the transform of the small side
 * @param ofLarge [turned rows, positions]: the transform of the large side back from {@code toLarge}, scaled, and its real rows
 *     once more behind the imaginary ones, negative: a quarter turn on
 * @param toLarge [positions, blocks]: adds up the products of the small side and the weights
 * @param toSmall [positions, blocks]: adds up the products of the large side and the weights
 */
record Frequencies(
        List<Frequency> all,
        NativeMatrix ofTaps,
        NativeMatrix ofSmall,
        NativeMatrix ofLarge,
        NativeMatrix toLarge,
        NativeMatrix toSmall) {
    /**
     * One frequency.
     *
     * @param down periods over the plane's height
     * @param right periods over the plane's width
     * @param parts 2 for real and imaginary, 1 where there is no imaginary part
     * @param row its first row
     * @param turnedRow its first row at the large side
     * @param block the first of its products, real by real, imaginary by real, real by imaginary, imaginary by imaginary
     */
    record Frequency(int down, int right, int parts, int row, int turnedRow, int block) {}

    int rows() {
        return ofTaps.rows();
    }

    int turnedRows() {
        return ofLarge.rows();
    }

    int blocks() {
        return toLarge.columns();
    }

    /** For a window of stride 1 over a plane. */
    static Frequencies of(Plane plane, Kernel kernel) {
        int above = kernel.above(plane, plane);
        int left = kernel.left(plane, plane);
        int height = plane.height() + Math.max(above, kernel.height() - 1 - above);
        int width = plane.width() + Math.max(left, kernel.width() - 1 - left);
        var all = list(height, width);
        var last = all.get(all.size() - 1);
        int rows = last.row + last.parts;
        int turnedRows = last.turnedRow + (last.parts == 2 ? 3 : 1);
        int blocks = last.block + last.parts * last.parts;
        var ofTaps = new float[rows][kernel.taps()];
        var ofSmall = new float[rows][plane.size()];
        var ofLarge = new float[turnedRows][plane.size()];
        var toLarge = new float[plane.size()][blocks];
        var toSmall = new float[plane.size()][blocks];
        for (var frequency : all) {
            double weight = (double) frequency.parts / (height * width); // a mirror image counts as well
            for (int tap = 0; tap < kernel.taps(); tap++) {
                // where the small side lies, seen from the large one, which the tap brings it to
                // transforms
                double angle =
                        angle(frequency, above - tap / kernel.width(), left - tap % kernel.width(), height, width);
                ofTaps[frequency.row][tap] = (float) Math.cos(angle);
                if (frequency.parts == 2) {
                    ofTaps[frequency.row + 1][tap] = (float) Math.sin(angle);
                }
            }
            for (int i = 0; i < plane.size(); i++) {
                int position = plane.index(i / plane.width(), i % plane.width());
                double angle = angle(frequency, i / plane.width(), i % plane.width(), height, width);
                float cos = (float) Math.cos(angle);
                float sin = (float) Math.sin(angle);
                float weightedCos = (float) (weight * Math.cos(angle));
                float weightedSin = (float) (weight * Math.sin(angle));
                ofSmall[frequency.row][position] = cos;
                ofLarge[frequency.turnedRow][position] = weightedCos;
                toLarge[position][frequency.block] = weightedCos;
                toSmall[position][frequency.block] = cos;
                if (frequency.parts == 2) {
                    ofSmall[frequency.row + 1][position] = -sin;
                    ofLarge[frequency.turnedRow + 1][position] = -weightedSin;
                    ofLarge[frequency.turnedRow + 2][position] = -weightedCos;
                    toLarge[position][frequency.block + 1] = -weightedSin;
                    toLarge[position][frequency.block + 2] = -weightedSin;
                    toLarge[position][frequency.block + 3] = -weightedCos;
                    toSmall[position][frequency.block + 1] = -sin;
                    toSmall[position][frequency.block + 2] = sin;
                    toSmall[position][frequency.block + 3] = cos;
                }
            }
        }
        return new Frequencies(all, matrix(ofTaps), matrix(ofSmall), matrix(ofLarge), matrix(toLarge), matrix(toSmall));
    }

    private static NativeMatrix matrix(float[][] rows) {
        return new NativeMatrix(Nd4j.createFromArray(rows), rows[0].length);
    }

    private static List<Frequency> list(int height, int width) {
        var all = new ArrayList<Frequency>();
        int row = 0;
        int turnedRow = 0;
        int block = 0;
        for (int index = 0; index < height * width; index++) {
            int down = index / width;
            int right = index % width;
            int mirror = (height - down) % height * width + (width - right) % width;
            if (mirror >= index) {
                int parts = mirror == index ? 1 : 2;
                all.add(new Frequency(down, right, parts, row, turnedRow, block));
                row += parts;
                turnedRow += parts == 2 ? 3 : 1;
                block += parts * parts;
            }
        }
        return all;
    }

    private static double angle(Frequency frequency, int y, int x, int height, int width) {
        return 2 * Math.PI * ((double) frequency.down * y / height + (double) frequency.right * x / width);
    }
}
