package io.github.gan4j.show;

import io.github.gan4j.ImageGrid;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;

/** A picture and what it says of itself. */
record PictureContent(BufferedImage picture) implements Content {
    @Override
    public Map<String, Object> mime() {
        return Map.of(TEXT, text(), PNG, Png.base64(Pixels.forScreen(picture)));
    }

    @Override
    public String terminal(TerminalStyle style) {
        return TerminalPicture.of(picture, style) + text();
    }

    @Override
    public String file() {
        var kind = picture instanceof ImageGrid ? "grid" : "picture";
        return text() + "\n" + OutputFolder.write(kind, "png", Png.encode(Pixels.forScreen(picture)));
    }

    @Override
    public Optional<byte[]> image() {
        return Optional.of(Png.encode(Pixels.forScreen(picture)));
    }

    /** Java's own pictures say hundreds of characters about their buffers. */
    private String text() {
        return picture instanceof ImageGrid
                ? picture.toString()
                : "picture of " + picture.getWidth() + " x " + picture.getHeight() + " pixels";
    }
}
