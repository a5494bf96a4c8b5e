package dev.lodge.platform.command;

import dev.lodge.database.DatabaseUnavailable;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.Problem;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContext;

/** Says in a sentence why something failed. */
final class Sentences {

    private final @Nullable ApplicationContext texts;

    /** @param texts where the message bundles are, if the application has started */
    Sentences(@Nullable ApplicationContext texts) {
        this.texts = texts;
    }

    String of(Throwable failure) {
        return expected(failure).orElseGet(() -> unexpected(failure));
    }

    /** Empty for what nobody foresaw: that is a mistake of Lodge's, and its trace belongs in the log. */
    Optional<String> expected(Throwable failure) {
        return causes(failure)
                .map(this::known)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> failure instanceof IllegalArgumentException refused
                        ? Optional.ofNullable(refused.getMessage())
                        : Optional.empty());
    }

    private Optional<String> known(Throwable cause) {
        return switch (cause) {
            case DatabaseUnavailable unavailable -> Optional.ofNullable(unavailable.getMessage());
            case PortInUseException taken ->
                Optional.of("Port %d is in use by another program. Stop that one, or set LODGE_PORT to another port."
                        .formatted(taken.getPort()));
            case BindException wrong -> Optional.of(setting(wrong));
            case Invalid invalid ->
                Optional.of(invalid.errors().entries().stream()
                        .map(entry -> text(entry.message()))
                        .collect(Collectors.joining(" ")));
            case Problem problem -> Optional.of(text(problem.detail()));
            case SQLException refused -> Optional.of(database(refused));
            case IllegalArgumentException refused when namesASetting(refused) ->
                Optional.ofNullable(refused.getMessage());
            default -> Optional.empty();
        };
    }

    private static String setting(BindException wrong) {
        String why = causes(wrong)
                .filter(cause -> cause instanceof IllegalArgumentException refused && namesASetting(refused))
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .reduce("", (outer, inner) -> inner);
        if (!why.isEmpty()) {
            return why;
        }
        String name =
                wrong.getName().toString().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        Object value = wrong.getProperty() == null ? "" : wrong.getProperty().getValue();
        return name.contains("PASSWORD")
                ? "The setting %s cannot be used.".formatted(name)
                : "The setting %s has a value that cannot be used: '%s'.".formatted(name, value);
    }

    /** Settings check themselves, and say which of them is wrong. */
    private static boolean namesASetting(IllegalArgumentException refused) {
        String message = String.valueOf(refused.getMessage());
        return message.contains("LODGE_") || message.startsWith("lodge.");
    }

    private static String database(SQLException refused) {
        String state = String.valueOf(refused.getSQLState());
        String first = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D")
                ? "The database cannot be reached: %s './lodge doctor' looks closer.".formatted(ended(first))
                : "The database refused this, and nothing was changed: %s".formatted(ended(first));
    }

    private static String unexpected(Throwable failure) {
        return "This failed for a reason that Lodge did not foresee: %s LODGE_LOG_LEVEL=debug shows more."
                .formatted(ended(failure.toString().lines().findFirst().orElse("")));
    }

    private String text(Message message) {
        return texts == null
                ? message.key()
                : texts.getMessage(message.key(), message.arguments().toArray(), Locale.ENGLISH);
    }

    private static String ended(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(30);
    }
}
