package io.github.gan4j.show;

import java.awt.AWTError;
import java.awt.Component;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import javax.swing.ImageIcon;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;

/** A window of its own for a value. */
public final class Window {
    private Window() {}

    /** Opens a window; where there is no display it says so, and shows the value as a file. */
    public static void show(Object value) {
        var content = Contents.of(value);
        try {
            open(content);
        } catch (HeadlessException | LinkageError | AWTError e) { // a display that is gone throws an Error
            System.out.println("showWindow: there is no display to open a window on.\n" + content.file());
        }
    }

    private static void open(Content content) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new HeadlessException();
        }
        var frame = new JFrame("gan4j");
        frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        frame.add(component(content));
        frame.pack();
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
    }

    private static Component component(Content content) {
        return content.image()
                .<Component>map(bytes -> new JLabel(new ImageIcon(bytes)))
                .orElseGet(() -> new JTextArea(content.file()));
    }
}
