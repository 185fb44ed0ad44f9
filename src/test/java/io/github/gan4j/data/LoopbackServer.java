package io.github.gan4j.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on this machine that answers as a test wants, however badly: one thread and one answer a connection. */
final class LoopbackServer implements AutoCloseable {
    /** Writes raw bytes of an answer; the connection is closed afterwards. */
    interface Answer {
        void to(Exchange exchange) throws IOException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Answer answer;

    LoopbackServer(Answer answer) throws IOException {
        this.answer = answer;
        start(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The head of each request so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }

    private static void start(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                var connection = socket.accept();
                start(() -> serve(connection));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var head = head(connection);
            requests.add(head);
            answer.to(new Exchange(head, connection));
        } catch (IOException e) {
            // the client has gone, as it should
        }
    }

    private static String head(Socket connection) throws IOException {
        var reader =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        var head = new StringBuilder();
        for (var line = reader.readLine(); line != null && !line.isEmpty(); line = reader.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** One request and the way to answer it. */
    final class Exchange {
        private final String head;
        private final Socket connection;
        private final OutputStream out;

        private Exchange(String head, Socket connection) throws IOException {
            this.head = head;
            this.connection = connection;
            this.out = connection.getOutputStream();
        }

        String path() {
            return head.split(" ")[1];
        }

        /** Where the rest that is asked for starts, or 0. */
        int from() {
            int at = head.toLowerCase().indexOf("range: bytes=");
            return at < 0 ? 0 : Integer.parseInt(head.substring(at + 13, head.indexOf('-', at)));
        }

        void head(String status, String... headers) throws IOException {
            write(("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        }

        /** The whole content, or the rest of it when that is asked for. */
        void file(byte[] content) throws IOException {
            int from = from();
            var status = from == 0 ? "200 OK" : "206 Partial Content";
            var range = "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length;
            head(status, "Content-Length: " + (content.length - from), range);
            write(content, from, content.length);
        }

        void write(byte[] bytes) throws IOException {
            write(bytes, 0, bytes.length);
        }

        void write(byte[] bytes, int from, int to) throws IOException {
            out.write(bytes, from, to - from);
            out.flush();
        }

        /** Nothing more happens until the test is over. */
        void stall() {
            pause(60_000);
        }

        void pause(long millis) {
            try {
                closed.await(millis, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /** Ends the connection as a crash does. */
        void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }
    }
}
