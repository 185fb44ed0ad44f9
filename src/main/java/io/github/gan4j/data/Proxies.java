package io.github.gan4j.data;

import io.github.gan4j.internal.Check;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The proxy that Java's own settings name ({@code https.proxyHost}), else the one of {@code HTTPS_PROXY}, unless
 * {@code NO_PROXY} lists the host. A name and a password in {@code HTTPS_PROXY} are not used.
 */
final class Proxies extends ProxySelector {
    private static final int LAST_PORT = 65_535;
    private static final Pattern ADDRESS =
            Pattern.compile("(https?://)?([^@\\s]*@)?(?<host>[^:/@\\s]+):(?<port>\\d{1,5})/?");

    private final Optional<Proxy> proxy;
    private final List<String> direct; // hosts, and domains with their hosts

    Proxies(Map<String, String> environment) {
        proxy = either(environment, "HTTPS_PROXY", "https_proxy").map(Proxies::parse);
        direct = either(environment, "NO_PROXY", "no_proxy").stream()
                .flatMap(hosts -> Stream.of(hosts.split("[,\\s]+")))
                .map(host -> host.replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static Optional<String> either(Map<String, String> environment, String name, String other) {
        return Stream.of(name, other)
                .map(key -> environment.getOrDefault(key, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Proxy parse(String value) {
        var address = ADDRESS.matcher(value);
        Check.argument(
                address.matches() && Integer.parseInt(address.group("port")) <= LAST_PORT,
                "HTTPS_PROXY: must name a host and a port of 1 to 65,535, but its value does not.%n"
                        + "Write it as http://host:8080."); // the value, which may hold a password, is not shown
        int port = Integer.parseInt(address.group("port"));
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.group("host"), port));
    }

    @Override
    public List<Proxy> select(URI uri) {
        boolean decided = System.getProperty("https.proxyHost") != null || !"https".equals(uri.getScheme());
        return decided || proxy.isEmpty() || isDirect(uri.getHost())
                ? ProxySelector.getDefault().select(uri)
                : List.of(proxy.get());
    }

    private boolean isDirect(String host) {
        return direct.stream().anyMatch(name -> name.equals("*") || host.equals(name) || host.endsWith("." + name));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException problem) {
        // the downloader reports it
    }
}
