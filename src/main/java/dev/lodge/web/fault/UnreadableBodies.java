package dev.lodge.web.fault;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import dev.lodge.web.api.UncleanText;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which field of a JSON body could not be read, in words that name no class. */
final class UnreadableBodies {

    private UnreadableBodies() {}

    static Fault fault(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return Faults.of(problem);
            }
        }
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json) {
                return Fault.invalid(FieldErrors.none().and(field(json), message(json)));
            }
        }
        return Fault.invalid(FieldErrors.of(FieldErrors.WHOLE, "web.invalid.body_missing"));
    }

    private static Message message(JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> Message.of("web.invalid.unknown_field");
            case UncleanText unclean -> Message.of("web.invalid.unclean_text");
            case InputCoercionException outOfRange -> Message.of("web.invalid.whole_number");
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> Message.of("web.invalid.json");
        };
    }

    private static Message expected(@Nullable Class<?> type) {
        if (type == null) {
            return Message.of("web.invalid.type");
        }
        if (type == String.class) {
            return Message.of("web.invalid.text_expected");
        }
        if (type.isEnum()) {
            var words = java.util.Arrays.stream(type.getEnumConstants())
                    .map(constant -> dev.lodge.web.api.Values.word((Enum<?>) constant))
                    .collect(Collectors.joining(", "));
            return Message.of("web.invalid.word", words);
        }
        if (type == java.time.Instant.class) {
            return Message.of("web.invalid.time");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Message.of("web.invalid.flag");
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return Message.of("web.invalid.whole_number");
        }
        return Message.of("web.invalid.type");
    }

    private static String field(JacksonException json) {
        var path = json.getPath().stream()
                .map(reference -> reference.getPropertyName() == null
                        ? "[" + reference.getIndex() + "]"
                        : "." + reference.getPropertyName())
                .collect(Collectors.joining());
        if (path.isEmpty() && json.processor() instanceof JsonParser parser) {
            path = pathOf(parser.streamReadContext());
        }
        return path.startsWith(".") ? path.substring(1) : FieldErrors.WHOLE;
    }

    /** Where the tokens stopped making sense, for what fails below the level at which objects are read. */
    private static String pathOf(@Nullable TokenStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        var name = context.currentName();
        var here = context.inArray() ? "[" + context.getCurrentIndex() + "]" : name == null ? "" : "." + name;
        return pathOf(context.getParent()) + here;
    }
}
