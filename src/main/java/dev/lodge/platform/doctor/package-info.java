/** Looks at what Lodge stands on, the database above all, and says in sentences what it found and what to do about it. */
@NullMarked
package dev.lodge.platform.doctor;

import org.jspecify.annotations.NullMarked;
