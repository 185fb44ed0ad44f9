package io.github.gan4j.data;

import io.github.gan4j.internal.FileProblem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches a file from the first mirror that has it, in bounded time.
 *
 * <p>The bytes grow in a file beside the target whose name ends in {@code .part}, which a later attempt goes on with; it
 * becomes the target at once and only after it was verified. Only https is spoken, except with this machine itself.
 */
public final class Downloader {
    private static final int RANGE_NOT_SATISFIABLE = 416; // nothing is missing
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Says whether a file has the right content. */
    @FunctionalInterface
    public interface Verifier {
        /**
         * Returns when the content is right.
         *
         * @throws IOException if it is not; the message says why
         */
        void verify(Path file) throws IOException;
    }

    private final DownloadLimits limits;
    private final HttpClient client;
    private final PrintStream progress;

    /**
     * A downloader that uses the proxy of {@code https.proxyHost}, or of {@code HTTPS_PROXY} and {@code NO_PROXY}.
     *
     * @param progress gets one line for each file
     */
    public Downloader(DownloadLimits limits, PrintStream progress) {
        this(limits, new Proxies(System.getenv()), progress);
    }

    Downloader(DownloadLimits limits, ProxySelector proxies, PrintStream progress) {
        this.limits = limits;
        this.progress = progress;
        client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER) // the rules for them are in next()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(proxies)
                .build();
    }

    /**
     * Fetches a file.
     *
     * @param mirrors addresses of the same file, tried in this order
     * @param target where it goes; what was there is replaced
     * @param verifier must accept the file first
     * @throws IOException if no mirror gave the file; a line of the message for each says why
     */
    public void fetch(List<URI> mirrors, Path target, Verifier verifier) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        var reasons = new ArrayList<String>();
        progress.printf(Locale.ROOT, "Downloading %s ... ", target.getFileName());
        progress.flush();
        for (var mirror : mirrors) {
            try {
                fetch(mirror, part, verifier);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
                progress.printf(Locale.ROOT, "%,d bytes from %s%n", Files.size(target), mirror.getHost());
                return;
            } catch (IOException e) {
                stopIfInterrupted();
                reasons.add(mirror + ": " + reason(e));
            }
        }
        progress.println("no mirror gave it");
        deleteIfEmpty(part);
        throw new FileProblem("%s", String.join(System.lineSeparator(), reasons));
    }

    private static void deleteIfEmpty(Path part) throws IOException {
        if (Files.exists(part) && Files.size(part) == 0) {
            Files.delete(part);
        }
    }

    /** An interrupt closes channels as well, so it shows up as several exceptions. */
    private void stopIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            progress.println("interrupted");
            throw new InterruptedIOException("interrupted while downloading");
        }
    }

    private void fetch(URI mirror, Path part, Verifier verifier) throws IOException {
        boolean resumed = Files.exists(part);
        try {
            receive(mirror, part);
            verifier.verify(part);
        } catch (FileProblem e) {
            Files.delete(part);
            if (!resumed) {
                throw e;
            }
            fetch(mirror, part, verifier); // the bytes from earlier may have been the wrong ones
        }
    }

    private void receive(URI mirror, Path part) throws IOException {
        long deadline = System.nanoTime() + limits.total().toNanos();
        try (var file = new PartFile(part, limits.bytes())) {
            var address = mirror;
            requireSafe(mirror, mirror);
            for (int hops = 0; hops <= limits.redirects(); hops++) {
                var answer = await(client.sendAsync(request(address, file.size()), file), file, deadline);
                if (isComplete(answer)) {
                    file.force();
                    return;
                }
                address = next(address, answer);
            }
            throw new IOException("it redirects more than " + limits.redirects() + " times");
        }
    }

    private static HttpRequest request(URI address, long from) {
        var request = HttpRequest.newBuilder(address).header("User-Agent", "gan4j");
        return (from > 0 ? request.header("Range", "bytes=" + from + "-") : request).build();
    }

    private static boolean isComplete(HttpResponse<Void> answer) {
        int status = answer.statusCode();
        return status == PartFile.WHOLE || status == PartFile.REST || status == RANGE_NOT_SATISFIABLE;
    }

    private static URI next(URI address, HttpResponse<Void> answer) throws IOException {
        var location = answer.headers().firstValue("Location");
        if (!REDIRECTS.contains(answer.statusCode()) || location.isEmpty()) {
            throw new IOException("it answers with status " + answer.statusCode());
        }
        try {
            var next = address.resolve(location.get());
            requireSafe(address, next);
            return next;
        } catch (IllegalArgumentException e) {
            throw new IOException("it redirects to no address: " + location.get(), e);
        }
    }

    private static void requireSafe(URI from, URI to) throws IOException {
        boolean stays = isThisMachine(from) && isThisMachine(to) && "http".equals(to.getScheme());
        if (!stays && !"https".equals(to.getScheme())) {
            throw new IOException("it leads to " + to + ", which is not https");
        }
    }

    private static boolean isThisMachine(URI address) {
        return address.getHost() != null && THIS_MACHINE.contains(address.getHost());
    }

    /** Waits for an answer and its body, as long as bytes keep coming and there is time. */
    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer, PartFile file, long deadline)
            throws IOException {
        try {
            while (true) {
                long silence = limits.stall().toNanos() - file.nanosSinceLastByte();
                long time = deadline - System.nanoTime();
                requireTime(silence, time);
                try {
                    return answer.get(Math.min(silence, time), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    // bytes may have come meanwhile: look at the clocks again
                }
            }
        } catch (ExecutionException e) {
            throw rootOf(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            answer.cancel(true);
        }
    }

    private void requireTime(long silence, long time) throws IOException {
        if (silence <= 0) {
            throw new IOException(
                    "it sent nothing for " + seconds(limits.stall().toMillis()));
        }
        if (time <= 0) {
            throw new IOException(
                    "it was not done within " + seconds(limits.total().toMillis()));
        }
    }

    private static String seconds(long millis) {
        return millis / 1000.0 + " s";
    }

    /** What the client wraps: the problem that was found in the body, if any, else its own exception. */
    private static IOException rootOf(ExecutionException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FileProblem problem) {
                return problem;
            }
        }
        return e.getCause() instanceof IOException problem ? problem : new IOException(e.getCause());
    }

    private String reason(IOException e) {
        if (e instanceof HttpConnectTimeoutException) {
            return "no connection within " + seconds(limits.connect().toMillis());
        }
        if (e instanceof ConnectException) {
            return "no connection";
        }
        return FileProblem.firstLine(e);
    }
}
