package io.github.gan4j.train.fused;

import io.github.gan4j.internal.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Work in phases: the tasks of a phase may run at the same time, the phases one after the other.
 *
 * @param all the phases in their order
 */
record Phases(List<Runnable[]> all) {
    static final Phases NONE = new Phases(List.of());

    /** One phase. */
    static Phases of(Runnable... tasks) {
        return of(Stream.of(tasks));
    }

    /** One phase. */
    static Phases of(Stream<Runnable> tasks) {
        return new Phases(List.<Runnable[]>of(tasks.toArray(Runnable[]::new)));
    }

    /** One task that runs others one after the other. */
    static Runnable task(Runnable... parts) {
        return () -> {
            for (var part : parts) {
                part.run();
            }
        };
    }

    Phases then(Phases next) {
        return new Phases(Stream.of(all, next.all).flatMap(List::stream).toList());
    }

    /** Both from their first phase on, side by side. */
    Phases beside(Phases other) {
        var both = new ArrayList<Runnable[]>();
        for (int i = 0; i < Math.max(all.size(), other.all.size()); i++) {
            both.add(Stream.of(this, other).flatMap(phases(i)).toArray(Runnable[]::new));
        }
        return new Phases(both);
    }

    private static Function<Phases, Stream<Runnable>> phases(int index) {
        return phases -> index < phases.all.size() ? Stream.of(phases.all.get(index)) : Stream.empty();
    }

    void run() {
        for (var tasks : all) {
            Workers.current().run(tasks);
        }
    }
}
