// 5. Judge honestly: look at the result, then count.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();
var gan = buildGan(buildGenerator(), buildDiscriminator());
var losses = train(gan, digits, 5_000);

// The tutorial trains on N(-0.5, 0.5^2) and draws its pictures from N(0, 1), whose vectors are longer than any that
// the generator has met. First the noise of training, then the tutorial's: which digits are worse, which are missing?
show(plotGrid(gan));
show(plotGrid(gan, GridOptions.defaults().withNoise(Noise.STANDARD)));

// From one noise vector to another: a generator that had stored pictures would jump; this one turns one into another.
show(plotInterpolation(gan, Noise.TRAINING.draw(1, 1), Noise.TRAINING.draw(1, 4)));

// In numbers, beside those of real digits and of pure noise: 10,000 samples, read by a small network that knows digits.
// The Fréchet distance is the first to look at: 0 would be as good as real. Notebook 5 explains every row.
System.out.println(evaluate(gan));

// What the losses and pictures say about the run, and what to try first.
System.out.println(diagnose(losses, gan));
