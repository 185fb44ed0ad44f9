package io.github.gan4j.show;

import java.util.Map;
import java.util.Optional;

/** A value as each place shows it. */
public interface Content {
    /** MIME types of notebooks. */
    String TEXT = "text/plain";

    String HTML = "text/html";
    String PNG = "image/png";
    String PLOTLY = "application/vnd.plotly.v1+json";

    /** For a notebook: MIME type to data, from which each front end picks what it can show; text is always there. */
    Map<String, Object> mime();

    /** For a terminal: what to print, without a line end. */
    String terminal(TerminalStyle style);

    /** For a log: what to print, without a line end, once the file that it names is written. */
    String file();

    /** An encoded picture of it, PNG or GIF, if there is one. */
    Optional<byte[]> image();
}
