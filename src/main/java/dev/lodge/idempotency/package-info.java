/**
 * Lets a client send a POST again without doing it again: with the header {@code Idempotency-Key} the answer is kept for a day, in the
 * same transaction as what the request did, and given once more to the same request of the same person at the same desk. The key
 * with another request is refused, and so is a second one while the first is under way. Only answers that say success are kept: what
 * was refused did nothing and may be tried again. Any POST of the API takes a key; asking for a token does not. An answer is kept
 * encrypted, with a secret made from the key itself, which is not kept: an answer may hold a credential.
 */
@NullMarked
package dev.lodge.idempotency;

import org.jspecify.annotations.NullMarked;
