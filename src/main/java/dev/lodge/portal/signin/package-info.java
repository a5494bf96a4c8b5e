/**
 * How customers come in: by a link that is mailed to them, or by a password if they chose one. Asking for a link takes the
 * same and is answered the same whoever has the address.
 */
@NullMarked
@NamedInterface("signin")
package dev.lodge.portal.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
