package dev.lodge.web.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** What handlers throw. */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class HandlerFaults {

    private final FaultAnswers answers;

    HandlerFaults(FaultAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler(Exception.class)
    void answer(Exception thrown, HttpServletRequest request, HttpServletResponse response) throws Exception {
        // Security decides between signing in and refusing; it waits for these outside the dispatcher.
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            throw thrown;
        }
        if (!(thrown instanceof AsyncRequestNotUsableException)) {
            answers.answer(Faults.of(thrown), request, response);
        }
    }
}
