/** The frame of pages and API, without tenants and without a database. */
@NullMarked
package dev.lodge.web;

import org.jspecify.annotations.NullMarked;
