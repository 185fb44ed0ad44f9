package io.github.gan4j.show;

import io.github.gan4j.GridAnimation;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The grids of a run as an animated GIF; a terminal shows the last one and says where the rest is. */
record AnimationContent(GridAnimation animation) implements Content {
    /** An image element, because the export of notebooks knows no GIF; its width costs no bytes. */
    @Override
    public Map<String, Object> mime() {
        int width = Pixels.forScreen(animation.last()).getWidth();
        var html = "<img style=\"width: " + width + "px; image-rendering: pixelated\" src=\"data:image/gif;base64,"
                + Base64.getEncoder().encodeToString(animation.gif()) + "\">";
        return Map.of(TEXT, animation.toString(), HTML, html);
    }

    @Override
    public String terminal(TerminalStyle style) {
        return TerminalPicture.of(animation.last(), style) + file();
    }

    @Override
    public String file() {
        var file = OutputFolder.next("animation", "gif");
        animation.save(file);
        return animation + "\n" + file;
    }

    @Override
    public Optional<byte[]> image() {
        return Optional.of(animation.gif());
    }
}
