package io.github.gan4j.show;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as an animated GIF that repeats for ever. */
public final class AnimatedGif {
    private static final String FRAME_HUNDREDTHS = "20";
    private static final String LAST_HUNDREDTHS = "200";

    private AnimatedGif() {}

    /** The bytes of the file; all pictures have one size. */
    public static byte[] encode(List<? extends BufferedImage> pictures) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < pictures.size(); i++) {
                boolean isLast = i == pictures.size() - 1;
                write(writer, pictures.get(i), i == 0, isLast ? LAST_HUNDREDTHS : FRAME_HUNDREDTHS);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void write(ImageWriter writer, BufferedImage picture, boolean isFirst, String hundredths)
            throws IOException {
        var frame = Palette.indexed(picture);
        var metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
        describe(metadata, isFirst, hundredths);
        writer.writeToSequence(new IIOImage(frame, null, metadata), null);
    }

    private static void describe(IIOMetadata metadata, boolean isFirst, String hundredths)
            throws IIOInvalidTreeException {
        var format = metadata.getNativeMetadataFormatName();
        var root = (IIOMetadataNode) metadata.getAsTree(format);
        var control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", hundredths);
        control.setAttribute("disposalMethod", "none");
        if (isFirst) {
            root.appendChild(repeatForEver());
        }
        metadata.setFromTree(format, root);
    }

    /** Netscape's extension: 1, then the number of repetitions in two bytes, 0 for no end. */
    private static IIOMetadataNode repeatForEver() {
        var extension = new IIOMetadataNode("ApplicationExtension");
        extension.setAttribute("applicationID", "NETSCAPE");
        extension.setAttribute("authenticationCode", "2.0");
        extension.setUserObject(new byte[] {1, 0, 0});
        var extensions = new IIOMetadataNode("ApplicationExtensions");
        extensions.appendChild(extension);
        return extensions;
    }
}
