/** How one step is computed, and how many are run. */
@NullMarked
package io.github.gan4j.train;

import org.jspecify.annotations.NullMarked;
