package dev.lodge.platform.command;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps the framework from printing traces of failures that the command line says in a sentence. Named in spring.factories. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailures implements SpringBootExceptionReporter {

    StartFailures(ConfigurableApplicationContext failed) {}

    @Override
    public boolean reportException(Throwable failure) {
        return new Sentences(null).expected(failure).isPresent();
    }
}
