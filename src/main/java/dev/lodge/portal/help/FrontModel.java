package dev.lodge.portal.help;

import dev.lodge.tickets.RequestRow;
import java.util.List;

/**
 * The front of the help center.
 *
 * @param requests the newest of the customer who is signed in, or none
 */
public record FrontModel(List<RequestRow> requests) {}
