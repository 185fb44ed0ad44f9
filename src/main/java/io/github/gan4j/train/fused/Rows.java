package io.github.gan4j.train.fused;

/**
 * What becomes of the images of a pass, which come in this order.
 *
 * @param inference so many only pass
 * @param penalised at so many the discriminator's gradient penalty is taken: what they teach depends on slopes alone
 * @param learning so many teach by what they are
 */
record Rows(int inference, int penalised, int learning) {
    static Rows learning(int count) {
        return new Rows(0, 0, count);
    }

    /** How many have a way back. */
    int training() {
        return penalised + learning;
    }

    int count() {
        return inference + training();
    }

    /** Those of a range of all. */
    RowRange inference(RowRange all) {
        return all.part(0, inference);
    }

    /** Those of a range of all. */
    RowRange penalised(RowRange all) {
        return all.part(inference, penalised);
    }

    /** Those of a range of all. */
    RowRange learning(RowRange all) {
        return all.part(inference + penalised, learning);
    }
}
