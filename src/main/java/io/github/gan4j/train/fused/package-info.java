/** The fast way: a training step, and samples, on the DL4J networks' own memory, layer by layer, on all cores. */
@NullMarked
package io.github.gan4j.train.fused;

import org.jspecify.annotations.NullMarked;
