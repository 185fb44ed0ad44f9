/** Where images come from: IDX files, MNIST's mirrors, synthetic digits. */
@NullMarked
package io.github.gan4j.data;

import org.jspecify.annotations.NullMarked;
