/**
 * Mail that leaves Lodge in a tenant's name. A module that has something to say declares a {@link dev.lodge.email.MailKind} and puts a
 * {@link dev.lodge.email.Mail} into the {@link dev.lodge.email.Outbox} within the transaction of its cause; the mail is written from
 * the tenant's template there and then, stored, and sent after the commit by the tenant's mail server or the platform's. Each attempt
 * ends in a {@link dev.lodge.email.DeliveryOutcome}, which is recorded. Without any mail server mails are kept and nothing is lost.
 */
@NullMarked
package dev.lodge.email;

import org.jspecify.annotations.NullMarked;
