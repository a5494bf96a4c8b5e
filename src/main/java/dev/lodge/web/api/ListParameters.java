package dev.lodge.web.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a list understands in its query, on a handler's {@link ListQuery} parameter. {@code page}, {@code page_size} and
 * {@code ordering} always; any other name, or one given twice, is a 400 that names it.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListParameters {

    /** Names of filters; what their values mean is the module's. */
    String[] filters() default {};

    /** Orderings that have an index, the default first, each as it is written: {@code "-created_at"}, {@code "due_at"}. */
    String[] orderings();

    /** Whether {@code search} is understood. */
    boolean search() default false;
}
