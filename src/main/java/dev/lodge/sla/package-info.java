@NullMarked
package dev.lodge.sla;

import org.jspecify.annotations.NullMarked;
