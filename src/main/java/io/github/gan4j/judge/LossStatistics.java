package io.github.gan4j.judge;

import io.github.gan4j.LossHistory;
import io.github.gan4j.StepLoss;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;

/**
 * What the end of a loss history says.
 *
 * @param count how many steps the history holds
 * @param lastStep the number of its last step
 * @param discriminator the mean of the discriminator's last losses
 * @param generator the mean of the generator's last losses
 * @param accuracy the discriminator's mean accuracy meanwhile
 * @param estimate the mean of the critic's last estimates, NaN where there are none
 * @param greatest the greatest size of a loss of either at any step, NaN if one is NaN
 */
record LossStatistics(
        int count,
        int lastStep,
        double discriminator,
        double generator,
        double accuracy,
        double estimate,
        double greatest) {
    private static final int WINDOW = 50;

    static LossStatistics of(LossHistory history) {
        int count = history.size();
        var end = history.last(Math.max(1, Math.min(WINDOW, count / 2)));
        return new LossStatistics(
                count,
                count == 0 ? 0 : history.get(count - 1).step(),
                mean(end, StepLoss::discriminator),
                mean(end, StepLoss::generator),
                mean(end, StepLoss::accuracy),
                mean(end, step -> step.estimate().orElse(Double.NaN)),
                greatest(history));
    }

    private static double mean(LossHistory steps, ToDoubleFunction<StepLoss> value) {
        return StreamSupport.stream(steps.spliterator(), false)
                .mapToDouble(value)
                .average()
                .orElse(0);
    }

    private static double greatest(LossHistory history) {
        double greatest = 0;
        for (var step : history) {
            greatest = Math.max(
                    greatest, Math.max(Math.abs(step.discriminator()), Math.abs(step.generator()))); // NaN stays NaN
        }
        return greatest;
    }
}
