/** How good the drawn digits are, and what went wrong. */
@NullMarked
package io.github.gan4j.judge;

import org.jspecify.annotations.NullMarked;
