package io.github.gan4j.judge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the library carries of its digit classifier: weights, what MNIST looks like to it, and where it comes from. */
final class Resources {
    static final String WEIGHTS = "digits-1.weights";
    static final String REFERENCE = "digits-1.reference";
    static final String PROPERTIES = "digits-1.properties";

    private Resources() {}

    /** The trained network. */
    static DigitNetwork network() {
        var network = new DigitNetwork();
        Floats.unpack(bytes(WEIGHTS), network.rows());
        return network;
    }

    static Reference reference() {
        return Reference.unpack(bytes(REFERENCE));
    }

    /** Name, recipe, accuracy, hashes, and the baselines of an evaluation. */
    static Properties properties() {
        var properties = new Properties();
        try (var in = open(PROPERTIES)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    static byte[] bytes(String name) {
        try (var in = open(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        var in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("evaluate: the library's jar must hold " + name + ", but does not.");
        }
        return in;
    }
}
