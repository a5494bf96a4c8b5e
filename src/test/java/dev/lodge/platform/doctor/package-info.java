/** What the doctor sees. */
@NullMarked
package dev.lodge.platform.doctor;

import org.jspecify.annotations.NullMarked;
