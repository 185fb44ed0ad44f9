package io.github.gan4j.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.cert.Certificate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePlaceTest {
    /** Spring Boot's loader has a scheme of its own, which Java does not know elsewhere. */
    private static final URLStreamHandler ANY = new URLStreamHandler() {
        @Override
        protected URLConnection openConnection(URL place) throws IOException {
            throw new IOException("not to be opened");
        }
    };

    @Test
    void classesOfTheBuildComeFromAFolder() {
        assertEquals(Optional.of(Path.of("target/classes").toAbsolutePath()), CodePlace.file());
    }

    @ParameterizedTest
    @CsvSource({
        "file, /a/target/gan4j.jar, /a/target/gan4j.jar",
        "file, /with%20space/gan4j.jar, /with space/gan4j.jar",
        "file, /with space/gan4j.jar, ",
        "jar, nested:/a/app.jar/!BOOT-INF/lib/gan4j.jar!/, ",
        "jar, file:/a/app.jar!/BOOT-INF/lib/gan4j.jar!/, ",
        "vfs, /content/app.war/WEB-INF/lib/gan4j.jar, "
    })
    void onlyAFileIsAFile(String scheme, String place, Path file) throws IOException {
        var url = new URL(scheme, "", -1, place, ANY);
        assertEquals(Optional.ofNullable(file), CodePlace.file(new CodeSource(url, (Certificate[]) null)));
    }

    @Test
    void aPlaceMayBeUnknown() {
        assertEquals(Optional.empty(), CodePlace.file(null));
        assertEquals(Optional.empty(), CodePlace.file(new CodeSource(null, (Certificate[]) null)));
    }
}
