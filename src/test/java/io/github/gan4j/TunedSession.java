package io.github.gan4j;

import io.github.gan4j.internal.NativeTuning;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Tunes the native libraries before any test loads them, as the library does before any verb: else their order decided. */
public final class TunedSession implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        NativeTuning.ensure();
    }
}
