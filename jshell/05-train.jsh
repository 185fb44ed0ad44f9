// 5. Train: 5,000 steps, which take a few minutes; in a session Ctrl-C ends them early.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());
show(plotGrid(gan));                          // before: fog

// The tutorial's word for a step is "epoch", but 5,000 x 32 real images are no more than 2.67 passes over 60,000.
var losses = train(gan, digits, 5_000);
System.out.println(losses);
System.out.println(losses.get(0));
System.out.println(losses.get(losses.size() - 1));

// The same noise every time, so that the grids compare: the first, one on the way, the last.
var grids = losses.grids();
show(grids.get(0));
show(grids.get(grids.size() / 2));
show(plotGrid(gan));                          // digits, though not quite real ones
