/**
 * Hosts that a desk proves to be its own. It names one, puts a record with a word of ours into that host's DNS, and is served there once
 * the record was seen; if the record is gone for days, no longer. Whoever proves a host has it: a name that expired and was bought by
 * somebody else serves the buyer.
 */
@NullMarked
package dev.lodge.branding.domains;

import org.jspecify.annotations.NullMarked;
