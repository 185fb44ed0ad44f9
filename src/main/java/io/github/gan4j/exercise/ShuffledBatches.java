package io.github.gan4j.exercise;

import java.util.Arrays;

/** Rows L1 and E8: neighbours always come together, and the last image never comes. */
final class ShuffledBatches {
    private static final int IMAGES = 50;
    private static final int COUNT = 5;
    private static final int BATCHES = 4_000;

    static final Exercise EXERCISE =
            new Exercise(4, "Contiguous or shuffled batches", """
            The tutorial's batch is a run of neighbours from a random start. Write a sampler whose batches
            mix: every image is as likely as any other, also the last one, whoever its neighbours are.
            """, """
            import java.util.*;
            import java.util.stream.*;

            var random = new Random(7);

            BatchSampler sampler = (images, count) -> {
                int start = random.nextInt(images - count);
                return IntStream.range(start, start + count).toArray();
            };

            check(4, sampler);
            """, """
            import java.util.*;

            var random = new Random(7);
            BatchSampler sampler = (images, count) -> random.ints(count, 0, images).toArray();

            check(4, sampler);
            """, """
            Every image of the batch is drawn on its own, up to images - 1, so neighbours meet by chance alone and the
            last image comes like any other. An image may come twice in a batch, which does no harm. A sampler that
            deals out a shuffled list is as right. The toolkit's own is withSampling(Sampling.SHUFFLED) of GanOptions.
            """, ShuffledBatches::judge);

    private ShuffledBatches() {}

    private static String judge(Object answer) {
        var sampler = WrongAnswer.requireType(BatchSampler.class, "Declare it: BatchSampler sampler = ...", answer);
        var drawn = new int[IMAGES];
        int neighbours = 0;
        var first = sampler.draw(IMAGES, COUNT);
        boolean same = true;
        for (int i = 0; i < BATCHES; i++) {
            var batch = sampler.draw(IMAGES, COUNT);
            checkNumbers(batch);
            same &= Arrays.equals(batch, first);
            Arrays.stream(batch).forEach(image -> drawn[image]++);
            neighbours += neighbours(batch);
        }
        WrongAnswer.require(!same, "every batch is the same. Make the random source once, outside the sampler.");
        checkFair(drawn, (double) neighbours / (BATCHES * (COUNT - 1)));
        return "in " + BATCHES + " batches all images come equally often, and no more neighbours meet than by chance.";
    }

    private static void checkNumbers(int[] batch) {
        WrongAnswer.require(batch.length == COUNT, "%d images were asked for, but %d came.", COUNT, batch.length);
        WrongAnswer.require(
                Arrays.stream(batch).allMatch(image -> image >= 0 && image < IMAGES),
                "of %d images the numbers are 0 to %d, but the batch is %s.",
                IMAGES,
                IMAGES - 1,
                Arrays.toString(batch));
    }

    private static int neighbours(int[] batch) {
        int count = 0;
        for (int i = 1; i < batch.length; i++) {
            count += Math.abs(batch[i] - batch[i - 1]) == 1 ? 1 : 0;
        }
        return count;
    }

    /** By chance an image comes 400 times, give or take 20, and 4 % of those that follow each other are neighbours. */
    private static void checkFair(int[] drawn, double neighbours) {
        WrongAnswer.require(
                neighbours < 0.1, "%.0f %% of the images in a batch follow their own neighbour.", 100 * neighbours);
        for (int image = 0; image < IMAGES; image++) {
            WrongAnswer.require(drawn[image] > 0, "image %d of 0 to %d never comes.", image, IMAGES - 1);
        }
        int least = Arrays.stream(drawn).min().orElseThrow();
        int most = Arrays.stream(drawn).max().orElseThrow();
        WrongAnswer.require(
                most < 1.5 * least, "some images come %d times and others %d times in the same batches.", most, least);
    }
}
