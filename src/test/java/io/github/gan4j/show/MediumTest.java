package io.github.gan4j.show;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.gan4j.Fuzz;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MediumTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @AfterEach
    void leaveTheSettingAway() {
        System.clearProperty("gan4j.show");
    }

    private static Medium inTerminal(Map<String, String> environment) {
        return Medium.detect(false, true, true, environment);
    }

    @Test
    void notebookBeatsTheTerminalItWasStartedFrom() {
        assertEquals(Medium.KERNEL, Medium.detect(true, true, true, XTERM));
    }

    @Test
    void logGetsFiles() {
        assertEquals(Medium.FILE, Medium.detect(false, false, true, XTERM));
    }

    @Test
    void continuousIntegrationIsALogForPicturesAndForProgress() {
        var terminal = new Terminal(true, Optional.empty());
        var environment = Map.of("TERM", "xterm-kitty", "CI", "true");
        assertFalse(terminal.isWatched(environment));
        assertFalse(terminal.isInteractive(environment));
        assertTrue(terminal.isWatched(Map.of("TERM", "xterm-kitty", "CI", "false")));
    }

    @Test
    void terminalsWithGraphicsGetThem() {
        assertEquals(Medium.KITTY, inTerminal(Map.of("TERM", "xterm-kitty")));
        assertEquals(Medium.KITTY, inTerminal(Map.of("TERM", "xterm-256color", "KITTY_WINDOW_ID", "1")));
        assertEquals(Medium.ITERM, inTerminal(Map.of("TERM", "xterm-256color", "TERM_PROGRAM", "iTerm.app")));
    }

    @Test
    void tmuxGetsBlocksEvenInsideKitty() {
        assertEquals(
                Medium.BLOCKS,
                inTerminal(Map.of("TERM", "tmux-256color", "TMUX", "/tmp/socket,1,0", "KITTY_WINDOW_ID", "1")));
    }

    @Test
    void colourIsRespected() {
        assertEquals(Medium.BLOCKS, inTerminal(XTERM));
        assertEquals(Medium.ASCII, inTerminal(Map.of("TERM", "xterm-256color", "NO_COLOR", "1")));
        assertEquals(Medium.ASCII, inTerminal(Map.of("TERM", "xterm-256color", "NO_COLOR", "0")), "any value counts");
        assertEquals(Medium.BLOCKS, inTerminal(Map.of("TERM", "xterm-256color", "NO_COLOR", "")));
        assertEquals(Medium.ASCII, inTerminal(Map.of("TERM", "dumb")));
        assertEquals(Medium.ASCII, inTerminal(Map.of("TERM", "vt100")));
        assertEquals(Medium.ASCII, Medium.detect(false, true, false, XTERM), "blocks cannot be encoded");
    }

    @Test
    void colorsAre24BitOnlyWhereTheTerminalSaysSo() {
        assertFalse(Medium.hasAllColors(XTERM));
        assertTrue(Medium.hasAllColors(Map.of("TERM", "xterm-256color", "COLORTERM", "truecolor")));
    }

    @Test
    void settingBeatsWhatIsFound() {
        System.setProperty("gan4j.show", "Sixel");
        assertEquals(Medium.SIXEL, Display.medium());
    }

    @Test
    void wrongSettingFails() {
        System.setProperty("gan4j.show", "png");
        var thrown = assertThrows(IllegalArgumentException.class, Display::medium);
        assertTrue(thrown.getMessage()
                .startsWith(
                        "gan4j.show: must be one of kernel, kitty, iterm, sixel, blocks, ascii, file, but got png."));
    }

    @Test
    void kernelOutsideANotebookFails() {
        System.setProperty("gan4j.show", "kernel");
        var thrown = assertThrows(IllegalStateException.class, () -> Display.show("text"));
        assertTrue(thrown.getMessage().startsWith("gan4j.show: kernel needs a notebook"));
    }

    @Test
    void widthComesFromTheVariableElseIs80() {
        var terminal = new Terminal(true, Optional.empty());
        assertEquals(132, terminal.columns(Map.of("COLUMNS", "132")));
        assertEquals(80, terminal.columns(Map.of("COLUMNS", "wide")));
    }

    @Test
    void jshellsSnippetsAreKnown() {
        assertTrue(Terminal.isJShell("jdk.jshell.execution.RemoteExecutionControl 45123"));
        assertFalse(Terminal.isJShell("io.github.gan4j.Main"));
    }

    @Test
    void readsOrRefusesWhateverTheSettingSays() {
        var fuzz = new Fuzz();
        fuzz.run("gan4j.show", 1_000, 100_000, () -> reads(fuzz.mutated("blocks", "KITTY", "file", "kernel")));
    }

    private static boolean reads(String name) {
        try {
            return Medium.named(name) != null;
        } catch (IllegalArgumentException e) {
            assertTrue(e.getMessage().startsWith("gan4j.show: must be one of "), e.getMessage());
            return false;
        }
    }
}
