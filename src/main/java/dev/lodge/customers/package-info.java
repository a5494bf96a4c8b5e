/**
 * The people who ask for help, the addresses they write from, and the organisations they belong to. A person can be forgotten while
 * what was said stays: tickets know customers by id alone.
 */
@NullMarked
package dev.lodge.customers;

import org.jspecify.annotations.NullMarked;
