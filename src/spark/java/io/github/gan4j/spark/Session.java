package io.github.gan4j.spark;

import io.github.gan4j.internal.Check;
import io.github.gan4j.internal.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;

/** The connection to Spark, which the program had before or which is made for one sweep. */
final class Session implements AutoCloseable {
    private static final String ID = "spark.gan4j.session";
    private static final String MASTER = "spark.master";
    private static final String SERIALIZER = "spark.serializer";
    private static final String JAVA = "org.apache.spark.serializer.JavaSerializer";
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+:\\d+(?:,[^:/,]+:\\d+)*)");
    private static final int PATIENCE = 5_000; // ms for a master to answer

    private final JavaSparkContext context;
    private final boolean isOurs;

    private Session(JavaSparkContext context, boolean isOurs) {
        this.context = context;
        this.isOurs = isOurs;
    }

    /**
     * The session of this JVM, or a new one for runs of so many threads.
     *
     * @throws IllegalArgumentException if there can be none with the master that was asked for
     */
    static Session open(int threads) {
        var id = UUID.randomUUID().toString();
        var conf = conf(threads).set(ID, id);
        requireMaster(conf.get(MASTER));
        var context = context(conf);
        var found = context.getConf();
        var session = new Session(context, found.get(ID, "").equals(id));
        Check.argument(
                found.get(SERIALIZER, JAVA).equals(JAVA),
                "sweep: Spark must send objects with Java's serializer, but this session has %s.%n"
                        + "Leave spark.serializer out of its settings.",
                found.get(SERIALIZER, JAVA));
        return session;
    }

    /** What system properties say, among them those of {@code spark-submit}, before our own choice. */
    private static SparkConf conf(int threads) {
        var conf = new SparkConf()
                .setIfMissing("spark.app.name", "gan4j sweep")
                .setIfMissing("spark.ui.enabled", "false")
                .setIfMissing("spark.log.level", "WARN")
                .setIfMissing("spark.task.cpus", Integer.toString(threads))
                .setIfMissing("spark.task.maxFailures", "20") // a run may lose its executor as often
                .setIfMissing("spark.executorEnv.OMP_NUM_THREADS", Integer.toString(threads))
                .set(SERIALIZER, JAVA); // Kryo does not know records
        Settings.get("spark").ifPresent(conf::setMaster);
        return conf.get(MASTER, "").startsWith("local") ? withinMachine(conf) : conf;
    }

    /** Without a cluster nobody from outside may connect. */
    private static SparkConf withinMachine(SparkConf conf) {
        return conf.setIfMissing("spark.driver.host", "localhost")
                .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }

    private static JavaSparkContext context(SparkConf conf) {
        try {
            return JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf));
        } catch (Exception e) { // Scala throws checked ones without a word
            if (e instanceof InterruptedException || Thread.currentThread().isInterrupted()) {
                Thread.currentThread().interrupt();
                throw new CancellationException("stopped: the thread was interrupted before Spark had begun.");
            }
            throw refused(conf.get(MASTER), reason(e));
        }
    }

    /** Spark itself would try for a minute, and then fail in another place. */
    private static void requireMaster(String master) {
        var standalone = STANDALONE.matcher(master);
        if (standalone.matches() && Stream.of(standalone.group(1).split(",")).noneMatch(Session::answers)) {
            throw refused(master, "nobody answers there");
        }
    }

    private static boolean answers(String address) {
        int colon = address.indexOf(':');
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    PATIENCE);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    private static IllegalArgumentException refused(String master, String reason) {
        return new IllegalArgumentException(String.format(
                Locale.ROOT,
                "gan4j.spark: Spark must be able to start with the master %s, but: %s.%n"
                        + "Without a cluster write -Dgan4j.spark=local[2]; docs/scale.md says how to start one.",
                master,
                reason));
    }

    /** The first line of the innermost message, which says most. */
    static String reason(Throwable problem) {
        var inner = problem;
        while (inner.getCause() != null && inner.getCause().getMessage() != null) {
            inner = inner.getCause();
        }
        var message = inner.getMessage() == null ? inner.toString() : inner.getMessage();
        return message.lines().findFirst().orElse(message).replaceFirst("\\.$", "");
    }

    JavaSparkContext context() {
        return context;
    }

    /** An interrupt would break off what Spark tidies up; it is kept. */
    @Override
    public void close() {
        if (!isOurs) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            context.stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
