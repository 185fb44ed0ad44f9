// 6. Read the losses: how the two networks pull against each other.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());
var losses = train(gan, digits, 5_000);
show(plotLosses(losses));                     // the discriminator as blue dots, the generator as a red line

// 0.693 is a coin toss. A discriminator far below it wins easily; a generator far above it is found out. A generator's
// loss that does not fall is no failure by itself: its judge learns as well.
for (int i = 0; i < losses.size(); i += 500) {
    System.out.println(losses.get(i));
}
System.out.println(losses);

// The same as a table of Tablesaw. Accuracy is the share of images that the discriminator puts on the right side of
// 0.5: 1 when it always knows, 0.5 when it guesses. The tutorial collects it and never shows it.
var table = losses.table();
System.out.printf("accuracy over all steps: %.2f%n", table.doubleColumn("accuracy").mean());
System.out.println(table.last(3));
