// 6. Read the losses: 1,000 steps are enough to see how the two networks pull.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());
var losses = train(gan, digits, 1_000);
show(plotLosses(losses));                     // the discriminator as blue dots, the generator as a red line

// 0.693 nats is a coin toss. A discriminator far below it wins easily; a generator far above it is found out.
// A rising generator's loss is no failure by itself: its judge learns as well.
for (int i = 0; i < losses.size(); i += 100) {
    System.out.println(losses.get(i));
}
System.out.println(losses);

// The same as a table of Tablesaw. Accuracy is the share of images that the discriminator told right: 1 when it
// always knows, 0.5 when it guesses. The tutorial collects it and never shows it.
var table = losses.table();
System.out.printf("accuracy over all steps: %.2f%n", table.doubleColumn("accuracy").mean());
System.out.println(table.last(3));
