package dev.lodge.platform;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route of the platform's host, for operators. On a tenant's host it does not exist. A mark on the method wins over its type's. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OperatorRoute {

    /** Whether it needs no sign-in, because it leads to one. */
    boolean open() default false;
}
