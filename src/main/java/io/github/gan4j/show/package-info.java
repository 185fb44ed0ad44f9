/** How pictures and charts reach the user, wherever the user is. */
@NullMarked
package io.github.gan4j.show;

import org.jspecify.annotations.NullMarked;
