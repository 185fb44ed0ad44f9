package io.github.gan4j.train;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.train.fused.FusedStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Which way a pair's steps are computed: the fused one where it can, else DL4J's layers. */
final class Routes {
    private Routes() {}

    /**
     * The way for these networks, or the one that the setting {@code gan4j.route} asks for.
     *
     * @param labels how they go into the discriminator
     * @param random the pair's source, which decides what layers such as dropout draw
     * @throws IllegalArgumentException if the setting is neither {@code fused} nor {@code layers}, or asks for what these
     *     networks or this backend do not allow
     */
    static TrainingStep choose(
            MultiLayerNetwork generator,
            MultiLayerNetwork discriminator,
            OneHot labels,
            Objective objective,
            SeededRandom random) {
        boolean canFuse = objective.fakes() == Fakes.INFERENCE
                && Backend.isCpu()
                && FusedStep.supports(generator, discriminator, labels);
        var wanted = Settings.get("route").orElse(canFuse ? "fused" : "layers");
        Check.argument(
                wanted.equals("layers") || wanted.equals("fused") && canFuse,
                "gan4j.route: must be layers, or fused for plain networks on the CPU with Fakes.INFERENCE, but got %s.%n"
                        + "Leave it out, and the faster way that fits is taken.",
                wanted);
        return wanted.equals("fused")
                ? new FusedStep(generator, discriminator, labels, objective, random)
                : new LayerStep(generator, discriminator, labels, objective, random);
    }
}
