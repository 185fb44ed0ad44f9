package org.rapaio.jupyter.kernel.channels;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes the place of the class of this name in rapaio's kernel 3.0.1, whose thread ends at once when it runs before its starter
 * goes on, or when a message comes before the kernel is ready: one kernel in four never answers, or has no stop button.
 */
public final class LoopThread extends Thread {
    private static final Logger LOGGER = Logger.getLogger(LoopThread.class.getSimpleName());

    private final Runnable body;
    private final long pauseMillis;
    private volatile boolean open = true;

    public LoopThread(String name, long pauseMillis, Runnable body) {
        super(name);
        this.body = body;
        this.pauseMillis = pauseMillis;
    }

    @Override
    public void run() {
        try {
            while (open) {
                Thread.sleep(pauseMillis);
                runBody();
            }
        } catch (InterruptedException e) {
            LOGGER.log(Level.WARNING, getName() + " was interrupted and ends", e);
        }
    }

    private void runBody() {
        try {
            body.run();
        } catch (RuntimeException e) { // Jupyter asks again, each second, until the kernel has answered
            LOGGER.log(Level.WARNING, getName() + " goes on after an error", e);
        }
    }

    public void shutdown() {
        open = false;
    }
}
