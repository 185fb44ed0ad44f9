/** How the two networks are built and summarised. */
@NullMarked
package io.github.gan4j.model;

import org.jspecify.annotations.NullMarked;
