/**
 * What the desk promises, and whether it keeps it. An admin writes calendars, policies with targets, and levels of escalation; each
 * edit of the former two makes a version that stays. A ticket's policy is decided in the transaction that changes the ticket and
 * recorded in its ledger; its clocks follow from the ledger alone ({@link dev.lodge.sla.clocks.ServiceLevel}) and are kept in a table
 * only so that what comes due is found without asking. {@link dev.lodge.sla.Timekeeping} keeps them, {@link dev.lodge.sla.Escalations}
 * does what is due, and {@link dev.lodge.sla.TicketClocks} explains.
 */
@NullMarked
package dev.lodge.sla;

import org.jspecify.annotations.NullMarked;
