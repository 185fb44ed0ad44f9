package io.github.gan4j.data;

import static org.junit.jupiter.api.Assertions.*;

import io.github.gan4j.Fuzz;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI MIRROR = URI.create("https://data.mirror.example/mnist/");

    @ParameterizedTest
    @ValueSource(strings = {"http://proxy.example:3128", "proxy.example:3128", "http://me:secret@proxy.example:3128/"})
    void takesTheProxyOfTheEnvironment(String value) {
        for (var name : new String[] {"HTTPS_PROXY", "https_proxy"}) {
            var proxy = select(Map.of(name, value));

            assertEquals(InetSocketAddress.createUnresolved("proxy.example", 3128), proxy.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "mirror.example", ".mirror.example", "*.mirror.example", "a.b, data.mirror.example"})
    void goesDirectlyToTheHostsOfNoProxy(String hosts) {
        assertEquals(Proxy.NO_PROXY, select(Map.of("HTTPS_PROXY", "proxy.example:3128", "NO_PROXY", hosts)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other.example", "ror.example", "mirror.example.com"})
    void takesTheProxyForAllOtherHosts(String hosts) {
        assertNotEquals(Proxy.NO_PROXY, select(Map.of("HTTPS_PROXY", "proxy.example:3128", "NO_PROXY", hosts)));
    }

    @Test
    void goesDirectlyWithoutSettings() {
        assertEquals(Proxy.NO_PROXY, select(Map.of()));
    }

    @Test
    void prefersTheSettingsOfJava() {
        System.setProperty("https.proxyHost", "java.example");
        System.setProperty("https.proxyPort", "8080");
        try {
            var address = (InetSocketAddress)
                    select(Map.of("HTTPS_PROXY", "proxy.example:3128")).address();
            assertEquals("java.example", address.getHostString());
        } finally {
            System.clearProperty("https.proxyHost");
            System.clearProperty("https.proxyPort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "http://", ":8080", "http://a b:1", "proxy.example:65536"})
    void refusesAProxyWithoutHostOrPort(String value) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Proxies(Map.of("HTTPS_PROXY", value)));
        assertTrue(e.getMessage().startsWith("HTTPS_PROXY: must name a host and a port"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:secret@proxy.example",
                "me:secret@proxy.example",
                "http://me:secret@:8080",
                "http://me:se@cret@proxy.example:x",
                "http://me:secret",
                "http://me:secret@proxy.example:99999"
            })
    void neverShowsAPassword(String value) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Proxies(Map.of("HTTPS_PROXY", value)));
        assertFalse(e.getMessage().contains("cret"), e.getMessage());
        assertTrue(e.getMessage().contains("Write it as http://host:8080."), e.getMessage());
    }

    @Test
    void readsOrRefusesWhateverTheVariableSays() {
        var fuzz = new Fuzz();
        fuzz.run("HTTPS_PROXY", 1_000, 100_000, () -> reads(fuzz.mutated("http://proxy.example:3128", "me@a.b:80")));
    }

    private static boolean reads(String value) {
        try {
            return select(Map.of("HTTPS_PROXY", value, "NO_PROXY", value)).type() != Proxy.Type.SOCKS;
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("HTTPS_PROXY: must name"), e.getMessage());
            return false;
        }
    }

    private static Proxy select(Map<String, String> environment) {
        return new Proxies(environment).select(MIRROR).get(0);
    }
}
