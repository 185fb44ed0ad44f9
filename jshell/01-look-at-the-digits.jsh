// 1. Look at the digits: what the generator is to imitate.
import io.github.gan4j.*;
import static io.github.gan4j.Gan4j.*;

var digits = loadDigits();                    // MNIST, or digits drawn by a program where there is no network
System.out.println(digits);
show(plotGrid(digits));                       // the first 16

// Every image has a label, the digit that it shows. They are never used: a GAN learns from the pictures alone.
System.out.println("labels of these 16: " + Arrays.toString(Arrays.copyOf(digits.labels(), 16)));

// One image is 28 x 28 x 1 = 784 numbers (the tutorial's "1024" is a slip). A file holds greys of 0..255;
// (grey - 127.5) / 127.5 makes them -1 for black to 1 for white, the range in which the generator will draw.
var image = digits.batch(0, 1);               // [1, 784]
System.out.println("one image: shape " + Arrays.toString(image.shape()));
System.out.println("its values: from " + image.minNumber() + " to " + image.maxNumber());

// A training step takes a batch: 32 neighbours from a random start, here from number 100.
var batch = digits.batch(100, 32);            // [32, 784]
System.out.println("one batch: shape " + Arrays.toString(batch.shape()));
show(plotGrid(batch));                        // 16 of the 32
