// 4. Train and watch: 5,000 steps, which take a few minutes; in a session Ctrl-C ends them early.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());

// The tutorial's word for a step is "epoch", but 5,000 x 32 real images are no more than 2.67 passes over 60,000.
var losses = train(gan, digits, 5_000);
System.out.println(losses);

// The same noise every time, so that the grids compare: the first, one on the way, the last.
var grids = losses.grids();
show(grids.get(0));
show(grids.get(grids.size() / 2));
show(plotGrid(gan));                          // digits, though not quite real ones

// 0.693 is a coin toss. A discriminator far below it wins easily; a generator far above it is found out. A generator's
// loss that does not fall is no failure by itself: its judge learns as well.
show(plotLosses(losses));                     // the discriminator as blue dots, the generator as a red line

// Accuracy: the share of images that the discriminator puts on the right side of 0.5. The tutorial never shows it.
var table = losses.table();                   // Tablesaw's
System.out.printf("accuracy over all steps: %.2f%n", table.doubleColumn("accuracy").mean());
