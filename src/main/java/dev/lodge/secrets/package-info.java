/** Encrypts what Lodge must be able to read again, such as the password of a tenant's mail server, under the deployment's own secret. */
@NullMarked
package dev.lodge.secrets;

import org.jspecify.annotations.NullMarked;
