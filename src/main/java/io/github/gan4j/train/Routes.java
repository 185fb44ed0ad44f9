package io.github.gan4j.train;

import io.github.gan4j.Fakes;
import io.github.gan4j.GanOptions.Objective;
import io.github.gan4j.internal.Backend;
import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.OneHot;
import io.github.gan4j.internal.SeededRandom;
import io.github.gan4j.internal.Settings;
import io.github.gan4j.train.fused.FusedStep;
import java.util.Optional;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** Which way a pair's steps are computed: the fused one where it can, else DL4J's layers. */
final class Routes {
    private Routes() {}

    /**
     * The way for these networks, or the one that the setting {@code gan4j.route} asks for. Where nobody asked for DL4J's
     * layers and they must compute all the same, a line says so, why, and what that costs.
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
        var obstacle = objective.fakes() == Fakes.INFERENCE
                ? FusedStep.obstacle(generator, discriminator, labels)
                : Optional.of("Fakes." + objective.fakes());
        boolean canFuse = Backend.isCpu() && obstacle.isEmpty();
        var asked = Settings.get("route");
        var wanted = asked.orElse(canFuse ? "fused" : "layers");
        Check.argument(
                wanted.equals("layers") || wanted.equals("fused") && canFuse,
                "gan4j.route: must be layers, or fused for plain networks on the CPU with Fakes.INFERENCE, but got %s.%n"
                        + "Leave it out, and the faster way that fits is taken.",
                wanted);
        if (asked.isEmpty() && Backend.isCpu()) {
            obstacle.map(found -> slowly(found, generator, discriminator)).ifPresent(System.out::println);
        }
        return wanted.equals("fused")
                ? new FusedStep(generator, discriminator, labels, objective, random)
                : new LayerStep(generator, discriminator, labels, objective, random);
    }

    private static String slowly(String obstacle, MultiLayerNetwork generator, MultiLayerNetwork discriminator) {
        boolean convolves = Stream.of(generator, discriminator)
                .flatMap(network -> Stream.of(network.getLayers()))
                .anyMatch(layer -> layer.conf().getLayer() instanceof ConvolutionLayer);
        return "gan4j: the fast way must have plain dense and convolution layers with Fakes.INFERENCE, but got "
                + obstacle
                + ". On DL4J's layers a step takes " + (convolves ? "some 30" : "about 5")
                + " times as long; -Dgan4j.route=layers takes them without a word.";
    }
}
