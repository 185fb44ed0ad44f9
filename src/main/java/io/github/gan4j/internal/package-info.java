/** What every package needs and no user does. */
@NullMarked
package io.github.gan4j.internal;

import org.jspecify.annotations.NullMarked;
