@NullMarked
package dev.lodge.apidocs;

import org.jspecify.annotations.NullMarked;
