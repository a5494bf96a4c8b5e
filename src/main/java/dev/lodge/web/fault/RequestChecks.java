package dev.lodge.web.fault;

import dev.lodge.problem.BodyTooLarge;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Problem;
import dev.lodge.web.api.CleanInput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses before anything is parsed: bodies over a megabyte, or with files over the limit of uploads, and queries and forms
 * that are not clean UTF-8. Stands before the security filters and after whatever tells the tenant from the host.
 */
@Component
@Order(RequestChecks.ORDER)
class RequestChecks extends OncePerRequestFilter {

    /** Spring Security stands at -100. */
    static final int ORDER = -150;

    static final long LARGEST_BODY = 1024 * 1024;

    private final FaultAnswers answers;
    private final long largestUpload;

    RequestChecks(FaultAnswers answers, @Value("${spring.servlet.multipart.max-request-size}") DataSize largestUpload) {
        this.answers = answers;
        this.largestUpload = largestUpload.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest checked;
        try {
            checked = checked(request);
        } catch (Problem refused) {
            answers.answer(Faults.of(refused), request, response);
            return;
        }
        chain.doFilter(checked, response);
    }

    private HttpServletRequest checked(HttpServletRequest request) {
        CleanInput.requireQuery(request.getQueryString());
        var type = request.getContentType();
        if (type != null && type.regionMatches(true, 0, "multipart/", 0, 10)) {
            if (request.getContentLengthLong() > largestUpload) {
                throw new BodyTooLarge(largestUpload);
            }
            return request;
        }
        if (request.getContentLengthLong() > LARGEST_BODY) {
            throw new BodyTooLarge(LARGEST_BODY);
        }
        if (type != null && type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33)) {
            checkForm(request);
            return request;
        }
        boolean unannounced = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        return unannounced ? new CountedRequest(request, LARGEST_BODY) : request;
    }

    private static void checkForm(HttpServletRequest request) {
        try {
            request.getParameterMap().forEach(CleanInput::requireParameter);
        } catch (IllegalStateException unreadable) {
            throw new Invalid(FieldErrors.of(FieldErrors.WHOLE, "web.invalid.form"));
        }
    }
}
