/**
 * How well the desk keeps what it promises. Each clock that was met or found late counts once, at that moment; those that were
 * cancelled and those that still run do not. Only clocks of tickets that the caller may see are counted.
 */
@NullMarked
package dev.lodge.sla.report;

import org.jspecify.annotations.NullMarked;
