package io.github.gan4j.data;

import io.github.gan4j.internal.Checkout;
import io.github.gan4j.internal.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where this machine may hold a data set.
 *
 * @param setting the folder that the setting {@code gan4j.data} names: then the only place
 * @param folders {@code data/mnist} here and, inside a checkout of gan4j, in the folders above; then that of the checkout
 *     that the library runs from
 * @param cache where downloads go
 * @param offline whether nothing may be downloaded
 */
record Places(Optional<Path> setting, List<Path> folders, Path cache, boolean offline) {
    /** The places that the settings, the working directory and the home directory of this process give. */
    static Places ofThisProcess(String folder) {
        return new Places(
                Settings.get("data").map(Path::of),
                folders(Path.of("").toAbsolutePath(), Path.of("data", folder), Checkout.ofTheCode()),
                cache(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")))
                        .resolve(folder),
                Settings.isOn("offline"));
    }

    /** All places, in the order in which they are looked at. */
    List<Path> all() {
        return setting.map(List::of)
                .orElseGet(
                        () -> Stream.concat(folders.stream(), Stream.of(cache)).toList());
    }

    private static List<Path> folders(Path directory, Path data, Optional<Path> checkout) {
        return Stream.concat(folders(directory, data).stream(), checkout.map(root -> root.resolve(data)).stream())
                .distinct()
                .toList();
    }

    /** The data folder of a directory, and of those above up to the checkout's root when it lies in a checkout. */
    static List<Path> folders(Path directory, Path data) {
        var above = new ArrayList<Path>();
        for (var place = directory; place != null; place = place.getParent()) {
            above.add(place.resolve(data));
            if (Checkout.isRoot(place)) {
                return above;
            }
        }
        return List.of(directory.resolve(data));
    }

    /** Where programs of this user keep what they can fetch again. */
    static Path cache(String system, Map<String, String> environment, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return directory(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                    .resolve("gan4j/cache");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Caches/gan4j");
        }
        return directory(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"))
                .resolve("gan4j");
    }

    private static Path directory(@Nullable String named, Path otherwise) {
        return named == null || named.isBlank() ? otherwise : Path.of(named);
    }
}
