// 6. Change one thing: predict, run, measure; then ask whether the difference is more than chance.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
double distance(GanOptions options, int steps) {
    var gan = buildGan(buildGenerator(), buildDiscriminator(), options);
    train(gan, digits, steps);
    return evaluate(gan).frechetDistance();   // the smaller, the better
}

// The tutorial takes 32 neighbours of the file for each batch; SHUFFLED draws every picture alone. Better or worse?
// And how far does another seed move the distance, with nothing changed at all?
System.out.printf("the tutorial's: %.1f%n", distance(GanOptions.defaults(), 5_000));
System.out.printf("shuffled:       %.1f%n", distance(GanOptions.defaults().withSampling(Sampling.SHUFFLED), 5_000));
System.out.printf("another seed:   %.1f%n", distance(GanOptions.defaults().withSeed(43), 5_000));

// A change that breaks it: fifty times the learning rate. No message says so; diagnose does.
var broken = buildGan(buildGenerator(), buildDiscriminator(), GanOptions.defaults().withLearningRate(0.01));
var losses = train(broken, digits, 500);
show(plotLosses(losses));
System.out.println(diagnose(losses, broken));
