/** Keeps a pair in a file so that training goes on from it bit for bit, and trusts no such file. */
@NullMarked
package io.github.gan4j.keep;

import org.jspecify.annotations.NullMarked;
