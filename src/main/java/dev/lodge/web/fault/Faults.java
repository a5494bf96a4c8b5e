package dev.lodge.web.fault;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.FileRefused;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import dev.lodge.problem.TooMany;
import dev.lodge.problem.Unauthenticated;
import dev.lodge.web.FormErrors;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Which exception means which answer. */
final class Faults {

    /** Statuses that have sentences of their own in the bundle. */
    private static final Set<Integer> KNOWN =
            Set.of(400, 401, 403, 404, 405, 406, 409, 412, 413, 414, 415, 422, 429, 431, 500, 503);

    private Faults() {}

    static Fault of(Throwable thrown) {
        return switch (thrown) {
            case Problem problem -> ofProblem(problem);
            case MethodArgumentNotValidException bad -> ofBinding(bad.getBindingResult());
            case BindException bad -> ofBinding(bad.getBindingResult());
            case HandlerMethodValidationException bad -> ofParameters(bad);
            case MethodArgumentTypeMismatchException bad -> ofArgument(bad);
            case MissingServletRequestParameterException bad ->
                Fault.invalid(FieldErrors.of(FormErrors.snakeCase(bad.getParameterName()), "web.invalid.missing"));
            case HttpMessageNotReadableException unreadable -> UnreadableBodies.fault(unreadable);
            case HttpRequestMethodNotSupportedException refused -> ofMethod(refused);
            case MaxUploadSizeExceededException tooLarge -> Fault.of(413);
            case MultipartException broken -> Fault.invalid(FieldErrors.of(FieldErrors.WHOLE, "web.invalid.form"));
            case CannotCreateTransactionException unreachable -> busy();
            case DataAccessException failed
            when failed.getCause(SQLTransientConnectionException.class) != null -> busy();
            case ErrorResponse known -> ofStatus(known.getStatusCode().value()).with(known.getHeaders());
            default -> Fault.unforeseen(thrown);
        };
    }

    static Fault ofStatus(int status) {
        int known = KNOWN.contains(status) ? status : status >= 500 ? 500 : 400;
        return Fault.of(known);
    }

    /** No connection to the database was to be had in time. */
    private static Fault busy() {
        return Fault.of(503, Message.of("web.problem.busy")).header(HttpHeaders.RETRY_AFTER, "5");
    }

    private static Fault ofProblem(Problem problem) {
        var fault = Fault.of(problem.status(), problem.detail()).with(problem.members());
        return switch (problem) {
            case Invalid invalid -> fault.with(invalid.errors());
            case Conflict conflict -> fault.with(conflict.errors());
            case FileRefused file -> fault.with(file.errors());
            case TooMany tooMany -> {
                long seconds = Math.max(1, tooMany.retryAfter().plusMillis(999).toSeconds());
                yield fault.header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            }
            case Unauthenticated nobody -> fault.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            default -> fault;
        };
    }

    private static Fault ofBinding(BindingResult result) {
        return Fault.invalid(FormErrors.of(result));
    }

    private static Fault ofParameters(HandlerMethodValidationException bad) {
        if (bad.isForReturnValue()) {
            return Fault.unforeseen(bad);
        }
        var errors = FieldErrors.none();
        for (var result : bad.getParameterValidationResults()) {
            var name = String.valueOf(result.getMethodParameter().getParameterName());
            for (var error : result.getResolvableErrors()) {
                errors =
                        errors.and(FormErrors.snakeCase(name), Message.asIs(String.valueOf(error.getDefaultMessage())));
            }
        }
        return Fault.invalid(errors);
    }

    private static Fault ofArgument(MethodArgumentTypeMismatchException bad) {
        // An address whose id is not even a number is the address of nothing.
        if (bad.getParameter().hasParameterAnnotation(PathVariable.class)) {
            return Fault.of(404);
        }
        return Fault.invalid(FieldErrors.of(FormErrors.snakeCase(bad.getName()), "web.invalid.type"));
    }

    private static Fault ofMethod(HttpRequestMethodNotSupportedException refused) {
        var headers = new HttpHeaders();
        Set<HttpMethod> supported = refused.getSupportedHttpMethods();
        if (supported != null) {
            headers.setAllow(supported);
        }
        return Fault.of(405).with(headers);
    }
}
