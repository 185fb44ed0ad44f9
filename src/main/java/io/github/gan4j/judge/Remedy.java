package io.github.gan4j.judge;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;

/** Lines to try first, which can be pasted. */
final class Remedy {
    private Remedy() {}

    /** A line that makes a pair of this kind anew, with other options where any are said. */
    static String newGan(TrainedPair pair, String options) {
        boolean convolves = Stream.of(pair.generator().network().getLayers())
                .anyMatch(layer -> layer.conf().getLayer() instanceof ConvolutionLayer);
        int classes = pair.generator().classes();
        var networks = convolves ? "NetworkOptions.dcgan()" : classes > 0 ? "NetworkOptions.defaults()" : "";
        var both = classes > 0 ? networks + ".withClasses(" + classes + ")" : networks;
        if (pair.options().loss().isScore()) { // whose own rates are slower already
            return "gan = buildGan(buildGenerator(" + both + "), buildDiscriminator(" + both
                    + "), GanOptions.wassersteinGp())";
        }
        var all = (convolves ? ", GanOptions.dcgan()" : options.isEmpty() ? "" : ", GanOptions.defaults()") + options;
        return "gan = buildGan(buildGenerator(" + both + "), buildDiscriminator(" + both + ")" + all + ")";
    }
}
