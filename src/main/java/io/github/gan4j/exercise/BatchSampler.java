package io.github.gan4j.exercise;

/** Draws which images make up a training batch. */
@FunctionalInterface
public interface BatchSampler {
    /**
     * The numbers of the images of one batch.
     *
     * @param images how many there are
     * @param count how many to draw
     * @return [count] numbers from 0 to images - 1
     */
    int[] draw(int images, int count);
}
