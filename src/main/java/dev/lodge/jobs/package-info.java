@NullMarked
package dev.lodge.jobs;

import org.jspecify.annotations.NullMarked;
