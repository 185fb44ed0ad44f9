package io.github.gan4j.show;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures as an animated GIF; a terminal shows the last one and says where the rest is. */
record AnimationContent(List<? extends BufferedImage> pictures, String text) implements Content {
    /** An image element, because the export of notebooks knows no GIF; its width costs no bytes. */
    @Override
    public Map<String, Object> mime() {
        int width = Pixels.forScreen(last()).getWidth();
        var html = "<img alt=\"" + HtmlPage.escape(text) + "\" style=\"width: " + width
                + "px; image-rendering: pixelated\" src=\"data:image/gif;base64,"
                + Base64.getEncoder().encodeToString(gif()) + "\">";
        return Map.of(TEXT, text, HTML, html);
    }

    @Override
    public String terminal(TerminalStyle style) {
        return TerminalPicture.of(last(), style) + file();
    }

    @Override
    public String file() {
        return text + "\n" + OutputFolder.write("animation", "gif", gif());
    }

    @Override
    public Optional<byte[]> image() {
        return Optional.of(gif());
    }

    private BufferedImage last() {
        return pictures.get(pictures.size() - 1);
    }

    private byte[] gif() {
        return AnimatedGif.encode(pictures);
    }
}
