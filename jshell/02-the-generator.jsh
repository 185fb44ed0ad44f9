// 2. The generator: 100 random numbers in, one image out.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var generator = buildGenerator();
System.out.println(generator);
summary(generator);                           // row by row as Keras prints it

// The tutorial trains on normal(-1, 1) / 2: noise with mean -0.5 and standard deviation 0.5.
var noise = Noise.TRAINING.draw(16, 42);      // [16, 100], seed 42
var drawn = generator.network().output(noise, false); // [16, 784]; false: with moving statistics, as when drawing
System.out.println("values: " + drawn.minNumber() + " to " + drawn.maxNumber());

// What each layer makes of the noise; the first array is the noise itself.
for (var output : generator.network().feedForward(noise, false)) {
    System.out.println(Arrays.toString(output.shape()));
}

show(plotGrid(drawn));                        // grey fog: nothing is learned yet
