package io.github.gan4j.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * How labels go into a network: as columns behind all others, as many for each class, which are 1 for the label's own class and 0
 * for the others (Mirza and Osindero 2014).
 *
 * @param classes how many there are; 0 where a network takes no labels
 * @param columns of each class: 1, or those of a plane in a network that begins with an image
 */
public record OneHot(int classes, int columns) {
    /** Behind noise, or behind an image for a dense network. */
    public static OneHot of(int classes) {
        return new OneHot(classes, 1);
    }

    /** Behind images of so many pixels: planes where the network makes an image of its columns, else a column for each class. */
    public static OneHot ofImages(MultiLayerNetwork network, int pixels, int classes) {
        boolean beginsWithImage =
                network.getLayerWiseConfigurations().getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor;
        return new OneHot(classes, beginsWithImage ? pixels : 1);
    }

    /** For example {@code " of 10 classes"}, or nothing where there are none. */
    public static String ofClasses(int classes) {
        return classes == 0 ? "" : String.format(Locale.ROOT, " of %d classes", classes);
    }

    /** How many columns there are for all classes. */
    public int width() {
        return classes * columns;
    }

    /** Labels of so many rows, the classes in turn; none where there are no classes. */
    public List<Integer> inTurn(int rows) {
        return classes == 0
                ? List.of()
                : IntStream.range(0, rows).map(row -> row % classes).boxed().toList();
    }

    /**
     * Rows with their labels behind them; the rows themselves where there are no classes.
     *
     * @param rows [n, m]
     * @param labels [n], each 0 to classes - 1
     * @return a new array [n, m + width] of the rows' type
     */
    public INDArray behind(INDArray rows, List<Integer> labels) {
        if (classes == 0) {
            return rows;
        }
        var ones = new float[labels.size()][width()];
        for (int i = 0; i < ones.length; i++) {
            int first = labels.get(i) * columns;
            Arrays.fill(ones[i], first, first + columns, 1);
        }
        return Nd4j.hstack(rows, Nd4j.createFromArray(ones).castTo(rows.dataType()));
    }
}
