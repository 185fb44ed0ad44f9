package io.github.gan4j.show;

/** A value that knows how it is shown in a notebook, in a terminal and in a log. */
public interface Showable {
    /** How it is shown. */
    Content content();
}
