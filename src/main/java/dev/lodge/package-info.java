/** Lodge, a multi-tenant helpdesk. Each package below is one module: what stands at its root is its API. */
@NullMarked
package dev.lodge;

import org.jspecify.annotations.NullMarked;
