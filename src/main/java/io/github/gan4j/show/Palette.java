package io.github.gan4j.show;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * A picture in the 256 colours that a GIF's frame may have: its own where there are no more, as of any grey one, else the means of
 * boxes that are halved where colours differ most.
 *
 * <p>Source: Heckbert, "Color image quantization for frame buffer display", 1982 (median cut).
 */
final class Palette {
    private static final int SIZE = 256;
    private static final int[] CHANNELS = {16, 8, 0};

    private Palette() {}

    /** The same picture, each pixel in the colour of its box. */
    static BufferedImage indexed(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var colors = picture.getRGB(0, 0, width, height, null, 0, width);
        var boxes = boxes(Arrays.stream(colors).distinct().toArray());
        var palette = boxes.stream().mapToInt(Palette::mean).toArray();
        var places = places(boxes);
        var model = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        var frame = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        var indices = Arrays.stream(colors).map(places::get).toArray();
        frame.getRaster().setSamples(0, 0, width, height, 0, indices);
        return frame;
    }

    private static List<int[]> boxes(int[] colors) {
        var boxes = new PriorityQueue<int[]>(Comparator.comparingInt(box -> -spread(box, widest(box))));
        boxes.add(colors);
        while (boxes.size() < SIZE && boxes.element().length > 1) {
            var box = sorted(boxes.remove());
            boxes.add(Arrays.copyOf(box, box.length / 2));
            boxes.add(Arrays.copyOfRange(box, box.length / 2, box.length));
        }
        return List.copyOf(boxes);
    }

    private static Map<Integer, Integer> places(List<int[]> boxes) {
        var places = new HashMap<Integer, Integer>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int color : boxes.get(i)) {
                places.put(color, i);
            }
        }
        return places;
    }

    /** By the channel in which the colours differ most. */
    private static int[] sorted(int[] box) {
        int shift = widest(box);
        return Arrays.stream(box)
                .mapToLong(color -> (long) (color >> shift & 255) << 32 | color & 0xffffffffL)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }

    private static int widest(int[] box) {
        int widest = 0;
        for (int shift : CHANNELS) {
            widest = spread(box, shift) > spread(box, widest) ? shift : widest;
        }
        return widest;
    }

    private static int spread(int[] box, int shift) {
        var levels = Arrays.stream(box).map(color -> color >> shift & 255).summaryStatistics();
        return levels.getMax() - levels.getMin();
    }

    private static int mean(int[] box) {
        int mean = 0;
        for (int shift : CHANNELS) {
            double level = Arrays.stream(box)
                    .map(color -> color >> shift & 255)
                    .average()
                    .orElse(0);
            mean |= (int) Math.round(level) << shift;
        }
        return mean;
    }
}
