/** The settings page about files: what may be brought, and how much of it there is. */
@NullMarked
package dev.lodge.attachments.page;

import org.jspecify.annotations.NullMarked;
