/**
 * Running Lodge as a whole: the operators and their console, the command line, the doctor, and the two addresses that tell a load
 * balancer how Lodge is. It keeps a ledger of what was done to tenants and leaves the doing to {@code tenancy} and {@code accounts}.
 */
@NullMarked
package dev.lodge.platform;

import org.jspecify.annotations.NullMarked;
