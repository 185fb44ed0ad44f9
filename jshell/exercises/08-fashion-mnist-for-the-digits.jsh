// 8. Fashion-MNIST for the digits
// The pair knows nothing about digits. Load other pictures of 28x28, `loadFashionMnist()` or your own
// with `loadIdx(path)`, hand them to check, and train on them as before. What is the quality number
// of `evaluate(gan)` worth now, whose classifier knows digits only?

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

var pictures = syntheticDigits(1_000, 42);

check(8, pictures);
