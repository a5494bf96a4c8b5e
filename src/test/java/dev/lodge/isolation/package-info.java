/**
 * What nobody may get at, asked of every route and every table. The questions are generated: routes come from the dispatcher,
 * fields from the API's own description, tables and columns from the catalogue. What is new and has no rule here fails.
 */
@NullMarked
package dev.lodge.isolation;

import org.jspecify.annotations.NullMarked;
