package io.github.gan4j.show;

import io.github.gan4j.ImageGrid;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import tech.tablesaw.api.Table;
import tech.tablesaw.plotly.components.Figure;

/** Which values are shown how. */
public final class Contents {
    /** The types that a notebook's kernel must be told of. */
    static final List<Class<?>> TYPES =
            List.of(ImageGrid.class, Showable.class, Figure.class, Table.class, Content.class);

    private Contents() {}

    /** A chart of dots and lines, and what it says of itself. */
    public static Content chart(ChartData chart, String text) {
        return new ChartContent(chart.plotly(), Optional.of(chart), text);
    }

    /** Pictures of one size one after the other, and what they say of themselves. */
    public static Content animation(List<? extends BufferedImage> pictures, String text) {
        return new AnimationContent(pictures, text);
    }

    /** How a value is shown. */
    static Content of(@Nullable Object value) {
        if (value instanceof Content content) {
            return content;
        }
        if (value instanceof BufferedImage picture) {
            return new PictureContent(picture);
        }
        if (value instanceof Showable showable) {
            return showable.content();
        }
        if (value instanceof Figure figure) {
            return ChartContent.of(figure, "figure; saveHtml(figure, path) writes it as a page");
        }
        return new TextContent(value instanceof Table table ? table.print() : String.valueOf(value));
    }

    /** Whether a notebook must keep the line breaks of a value's text. */
    static boolean isOurs(Object value) {
        return value instanceof INDArray || value.getClass().getPackageName().startsWith("io.github.gan4j");
    }
}
