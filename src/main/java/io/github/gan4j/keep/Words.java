package io.github.gan4j.keep;

/** Numbers from the text of a checkpoint. */
final class Words {
    private static final int MAX_UNITS = 1_000_000;

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
}
