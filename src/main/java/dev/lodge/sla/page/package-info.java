/**
 * Settings of service levels, as pages: policies with their targets and levels of escalation, and business hours. What is written in
 * the forms goes to the stores as the API's requests do, so that one set of rules refuses it; what they refuse comes back at the field
 * in which it was written.
 */
@NullMarked
package dev.lodge.sla.page;

import org.jspecify.annotations.NullMarked;
