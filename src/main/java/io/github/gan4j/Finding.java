package io.github.gan4j;

/** What {@code diagnose} can see in a training run. */
public enum Finding {
    /** A loss is NaN, infinite or above 20, which no run has recovered from. */
    DIVERGED("diverged"),
    /** The discriminator takes images in another range or with other greys than -1..1, black ground, for real. */
    WRONG_RANGE("wrong input range"),
    /** The pictures are digits that lie on their side. */
    TRANSPOSED("transposed pictures"),
    /** A conditional pair's images come with labels that say nothing of them. */
    LABELS_SHUFFLED("labels of other images"),
    /** The discriminator was taught that real images are fake. */
    INVERTED_LABELS("inverted labels"),
    /** The discriminator is no better than a coin, and not because the fakes are good. */
    DISCRIMINATOR_NOT_LEARNING("discriminator is not learning"),
    /** The discriminator is always right and sure, and the generator's loss rises. */
    DISCRIMINATOR_WON("discriminator has won"),
    /** The generator's pictures are no nearer to digits than at the start. */
    GENERATOR_NOT_LEARNING("generator is not learning"),
    /** The generator draws the same, or the same digit, over and over. */
    MODE_COLLAPSE("mode collapse"),
    /** A conditional pair's pictures hardly change with their label. */
    LABEL_IGNORED("label ignored"),
    /** A conditional pair draws other digits where one of them is asked for. */
    CLASS_MISSING("a class never learned"),
    /** Nearly all pixels are black or white, with no greys between. */
    SATURATED_PICTURES("saturated pictures"),
    /** Nearly all pixels are middle grey. */
    GREY_PICTURES("grey pictures"),
    /** Too few steps to say anything. */
    TOO_EARLY("too early to tell"),
    /** Nothing of the above. */
    HEALTHY("healthy");

    private final String words;

    Finding(String words) {
        this.words = words;
    }

    /** In plain words, for example {@code mode collapse}. */
    @Override
    public String toString() {
        return words;
    }
}
