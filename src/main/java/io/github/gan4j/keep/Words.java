package io.github.gan4j.keep;

/** Numbers from the text of a checkpoint. */
final class Words {
    private static final int MAX_UNITS = 1_000_000;
    private static final int MAX_SIDE = 7;

    private Words() {}

    /**
     * A finite number.
     *
     * @throws IllegalArgumentException if it is none
     */
    static double number(String word) {
        double number = Double.parseDouble(word);
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a number must be finite, but is " + word);
        }
        return number;
    }

    /**
     * The columns of a layer, 1 to 1,000,000.
     *
     * @throws IllegalArgumentException if it is another number or none
     */
    static int units(String word) {
        int units = Integer.parseInt(word);
        if (units < 1 || units > MAX_UNITS) {
            throw new IllegalArgumentException("a layer must have 1 to 1,000,000 units, but has " + word);
        }
        return units;
    }

    /**
     * The rows and columns of a kernel, or a stride, 1 to 7.
     *
     * @throws IllegalArgumentException if it is another number or none
     */
    static int side(String word) {
        int side = Integer.parseInt(word);
        if (side < 1 || side > MAX_SIDE) {
            throw new IllegalArgumentException("a kernel and a stride must be 1 to 7, but one is " + word);
        }
        return side;
    }

    /**
     * A share above 0 and at most 1.
     *
     * @throws IllegalArgumentException if it is another number or none
     */
    static double share(String word) {
        double share = number(word);
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("a share must be above 0 and at most 1, but is " + word);
        }
        return share;
    }
}
