package io.github.gan4j.run;

import io.github.gan4j.Gan4j;
import io.github.gan4j.ImageGrid;
import io.github.gan4j.internal.WholeFile;
import io.github.gan4j.show.Png;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;

/** Makes the README's pictures from a run on MNIST: {@code java -cp target/test-classes:target/gan4j.jar io.github.gan4j.run.ReadmePictures}. */
public final class ReadmePictures {
    private static final int STEPS = 5_000;
    private static final int[] SHOWN = {0, 5, 10, 20, 50}; // after steps 1, 501, 1001, 2001 and at the end
    private static final int SCALE = 2;
    private static final int GAP = 12;
    private static final int WHITE = 0xffffff;

    private ReadmePictures() {}

    /** Trains for some minutes and writes {@code docs/images/training.png} and {@code docs/images/losses.png}. */
    public static void main(String[] args) {
        var digits = Gan4j.loadMnist();
        var gan = Gan4j.buildGan(Gan4j.buildGenerator(), Gan4j.buildDiscriminator());
        var losses = Gan4j.train(gan, digits, STEPS);
        write("training.png", sideBySide(losses.grids()));
        write("losses.png", Gan4j.plotLosses(losses).image());
        Gan4j.about(); // what the pictures were made with
        System.out.println(losses);
    }

    private static void write(String name, BufferedImage picture) {
        WholeFile.write("ReadmePictures", Path.of("docs/images", name), Png.encode(picture));
    }

    private static BufferedImage sideBySide(List<ImageGrid> grids) {
        int side = SCALE * grids.get(0).getWidth();
        var picture = new BufferedImage(SHOWN.length * (side + GAP) - GAP, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < side; y++) {
                int column = x % (side + GAP);
                var grid = grids.get(SHOWN[x / (side + GAP)]);
                picture.setRGB(x, y, column < side ? grid.getRGB(column / SCALE, y / SCALE) : WHITE);
            }
        }
        return picture;
    }
}
