// 12. The nearest training image: does it copy?
// Find the training image that is nearest to a picture: the smallest Euclidean distance over the
// 784 pixels. Then use it on `sample(gan, 16)`: a copy is far nearer than a real test image ever is.

import io.github.gan4j.*;
import io.github.gan4j.exercise.*;
import static io.github.gan4j.Gan4j.*;

NearestImage nearest = (picture, training) -> 0;

check(12, nearest);
