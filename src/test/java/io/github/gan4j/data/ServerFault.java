package io.github.gan4j.data;

import io.github.gan4j.data.LoopbackServer.Answer;
import io.github.gan4j.data.LoopbackServer.Exchange;
import java.util.Random;

/** The ways of a server to go wrong, and what the reader is told. */
enum ServerFault {
    FORBIDDEN("status 403", exchange -> exchange.head("403 Forbidden", "Content-Length: 0")),
    NOT_FOUND("status 404", exchange -> exchange.head("404 Not Found", "Content-Length: 0")),
    SERVER_ERROR("status 500", exchange -> exchange.head("500 Oops", "Content-Length: 0")),
    RESET_BEFORE_ANSWER("", Exchange::reset),
    RESET_IN_THE_MIDDLE("", exchange -> {
        exchange.head("200 OK", "Content-Length: 50000");
        exchange.write(Content.BYTES, 0, 20_000);
        exchange.reset();
    }),
    STALL_BEFORE_ANSWER("it sent nothing for 0.4 s", Exchange::stall),
    STALL_IN_THE_MIDDLE("it sent nothing for 0.4 s", exchange -> {
        exchange.head("200 OK", "Content-Length: 50000");
        exchange.write(Content.BYTES, 0, 20_000);
        exchange.stall();
    }),
    STALL_IN_AN_ERROR_PAGE("it sent nothing for 0.4 s", exchange -> {
        exchange.head("404 Not Found", "Content-Length: 50000");
        exchange.stall();
    }),
    LENGTH_TOO_LARGE("", exchange -> {
        exchange.head("200 OK", "Content-Length: 60000");
        exchange.write(Content.BYTES);
    }),
    LENGTH_TOO_SMALL("another content", exchange -> {
        exchange.head("200 OK", "Content-Length: 40000");
        exchange.write(Content.BYTES);
    }),
    WRONG_BYTES("another content", exchange -> exchange.file(new byte[50_000])),
    NO_BYTES("another content", exchange -> exchange.head("200 OK", "Content-Length: 0")),
    SLOW_DRIP("it was not done within 0.8 s", exchange -> {
        exchange.head("200 OK", "Content-Length: 50000");
        for (int i = 0; i < Content.BYTES.length; i++) {
            exchange.write(Content.BYTES, i, i + 1);
            exchange.pause(50);
        }
    }),
    ENDLESS_BODY("more than 100,000 bytes", exchange -> {
        exchange.head("200 OK");
        while (true) {
            exchange.write(Content.BYTES);
        }
    }),
    ENDLESS_ERROR_PAGE("", exchange -> {
        exchange.head("404 Not Found");
        while (true) {
            exchange.write(Content.BYTES);
        }
    }),
    REDIRECT_LOOP("redirects more than 3 times", exchange -> exchange.head("302 Found", "Location: /again")),
    REDIRECT_TO_PLAIN_HTTP(
            "which is not https",
            exchange -> exchange.head("301 Moved Permanently", "Location: http://mirror.example/file.gz")),
    REDIRECT_TO_A_FILE("which is not https", exchange -> exchange.head("302 Found", "Location: file:///etc/passwd")),
    REDIRECT_NOWHERE("status 302", exchange -> exchange.head("302 Found")),
    REDIRECT_TO_NO_ADDRESS("to no address", exchange -> exchange.head("302 Found", "Location: http://[")),
    ANOTHER_PART("another part", exchange -> {
        exchange.head("206 Partial Content", "Content-Length: 10", "Content-Range: bytes 7-16/50000");
        exchange.write(Content.BYTES, 7, 17);
    }),
    NO_HTTP("", exchange -> exchange.write("SSH-2.0-OpenSSH\r\n\r\n".getBytes()));

    final String reason;
    final Answer answer;

    ServerFault(String reason, Answer answer) {
        this.reason = reason;
        this.answer = answer;
    }

    /** What a good server gives. */
    static final class Content {
        static final byte[] BYTES = new byte[50_000];

        static {
            new Random(1).nextBytes(BYTES);
        }

        private Content() {}
    }
}
