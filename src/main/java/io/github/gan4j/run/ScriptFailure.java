package io.github.gan4j.run;

/** A snippet that did not compile, was not complete, threw, or stayed unresolved; the message begins with its place. */
public final class ScriptFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptFailure(String place, String problem) {
        super(place + ": " + problem);
    }
}
