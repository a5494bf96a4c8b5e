package dev.lodge.idempotency;

import dev.lodge.accounts.Caller;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Problem;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Honours the header {@code Idempotency-Key}. Stands behind the security filters, because a key belongs to whoever is signed in. The
 * whole request runs in one transaction, whose last statement keeps the answer; nothing is sent before it is committed. Files that are
 * brought pass by: they may be larger than what one keeps in memory, the same content is stored once anyway, and what nobody claims is
 * swept away.
 */
@Component
@Order(IdempotencyKeys.ORDER)
class IdempotencyKeys extends OncePerRequestFilter {

    /** Spring Security stands at -100. */
    static final int ORDER = 0;

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";
    private static final int LONGEST = 255;

    private final KeptAnswers answers;
    private final TransactionTemplate transactions;
    private final HandlerExceptionResolver problems;

    IdempotencyKeys(
            KeptAnswers answers,
            TransactionTemplate transactions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        this.answers = answers;
        this.transactions = transactions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getHeader(HEADER) == null
                || !request.getMethod().equals("POST")
                || !path.startsWith("/api/")
                || path.startsWith("/api/auth/")
                || bringsFiles(request)
                || Tenants.bound().isEmpty();
    }

    private static boolean bringsFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var principal = principal();
        if (principal == null) {
            chain.doFilter(request, response);
            return;
        }
        var buffer = new ContentCachingResponseWrapper(response);
        try {
            var key = new ChosenKey(Tenants.current(), principal, key(request));
            var buffered = new BufferedRequest(request);
            byte[] fingerprint = key.fingerprint(buffered.hash());
            transactions.executeWithoutResult(transaction -> {
                Optional<KeptAnswer> before = answers.claim(key, fingerprint);
                if (before.isPresent()) {
                    replay(before.get(), buffer);
                } else if (run(chain, buffered, buffer, transaction)) {
                    answers.keep(key, fingerprint, KeptAnswer.of(buffer));
                }
            });
        } catch (Problem refused) {
            problems.resolveException(request, buffer, null, refused);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
        buffer.copyBodyToResponse();
    }

    private static @Nullable String principal() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? "agent:" + caller.agentId()
                : null;
    }

    private static String key(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (key.isBlank() || key.length() > LONGEST || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
            throw new Invalid(HEADER, "idempotency.invalid_key", LONGEST);
        }
        return key;
    }

    /** True if it succeeded; otherwise nothing of it stays. */
    private static boolean run(
            FilterChain chain,
            HttpServletRequest request,
            HttpServletResponse response,
            TransactionStatus transaction) {
        try {
            chain.doFilter(request, response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException failed) {
            throw new IllegalStateException(failed);
        }
        boolean succeeded = response.getStatus() < 300;
        if (!succeeded) {
            transaction.setRollbackOnly();
        }
        return succeeded;
    }

    private static void replay(KeptAnswer answer, HttpServletResponse response) {
        response.setHeader(REPLAYED, "true");
        try {
            answer.writeTo(response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
