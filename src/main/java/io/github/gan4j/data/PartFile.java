package io.github.gan4j.data;

import io.github.gan4j.internal.Check;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The file that a download grows in; an answer with the rest of it is appended, one with the whole starts it anew. */
final class PartFile implements BodyHandler<Void>, AutoCloseable {
    static final int WHOLE = 200;
    static final int REST = 206;

    private final FileChannel channel;
    private final long limit;
    private volatile long lastByte = System.nanoTime();

    PartFile(Path path, long limit) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.limit = limit;
    }

    /** The number of bytes that are there. */
    long size() throws IOException {
        return channel.size();
    }

    /** Nanoseconds since the last byte came, or since the start. */
    long nanosSinceLastByte() {
        return System.nanoTime() - lastByte;
    }

    /** What comes is on the disk when this returns. */
    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public BodySubscriber<Void> apply(ResponseInfo info) {
        return switch (info.statusCode()) {
            case WHOLE -> new Writer(0);
            case REST -> new Writer(start(info));
            default -> BodySubscribers.replacing(null);
        };
    }

    /** Where an answer with the rest begins, as in {@code Content-Range: bytes 100-199/200}; -1 when it does not say. */
    private static long start(ResponseInfo info) {
        var range = info.headers().firstValue("Content-Range").orElse("");
        return range.matches("bytes \\d{1,18}-.*") ? Long.parseLong(range.substring(6, range.indexOf('-'))) : -1;
    }

    private final class Writer implements BodySubscriber<Void> {
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final long start;
        private Subscription subscription;

        Writer(long start) {
            this.start = start;
        }

        @Override
        public CompletionStage<Void> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            this.subscription = subscription;
            attempt(() -> {
                Check.file(
                        start == 0 || start == channel.size(),
                        "it answered with another part of the file than asked for");
                channel.truncate(start).position(start);
            });
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            lastByte = System.nanoTime();
            attempt(() -> write(buffers));
        }

        private void write(List<ByteBuffer> buffers) throws IOException {
            for (var buffer : buffers) {
                Check.file(channel.position() + buffer.remaining() <= limit, "it sent more than %,d bytes", limit);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
            }
        }

        /** Asks for more after a success, and for no more after a failure. */
        private void attempt(Action action) {
            try {
                action.run();
                subscription.request(1);
            } catch (IOException e) {
                subscription.cancel();
                done.completeExceptionally(e);
            }
        }

        @Override
        public void onError(Throwable error) {
            done.completeExceptionally(error);
        }

        @Override
        public void onComplete() {
            done.complete(null);
        }
    }

    private interface Action {
        void run() throws IOException;
    }
}
