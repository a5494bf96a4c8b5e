/**
 * What a desk looks like, chosen by those who may: name, logo, accent colour, support address. {@link dev.lodge.tenancy.Brands} keeps
 * it; here are the page with its preview, and the checks of what is uploaded.
 */
@NullMarked
package dev.lodge.branding;

import org.jspecify.annotations.NullMarked;
