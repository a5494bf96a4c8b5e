package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How colleagues are called in a note: {@code @Priya Raman}, or {@code @Priya}, which means everybody of that first name. The longest
 * name that fits is the one meant; letters or digits around it make it something else, such as an address of mail.
 */
public final class MentionNames {

    private MentionNames() {}

    /**
     * Finds mentions in text, or in HTML made of it.
     *
     * @return empty when there is nobody to mention
     */
    public static Optional<String> pattern(Collection<AgentRef> colleagues) {
        var names = colleagues.stream()
                .flatMap(MentionNames::namesOf)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of("(?<![\\p{L}\\p{N}.])(?:@|&#64;)(" + names + ")(?![\\p{L}\\p{N}])");
    }

    /** The ids of those among the colleagues whom the text mentions. */
    public static Set<Long> in(String text, Collection<AgentRef> colleagues) {
        Set<String> called = pattern(colleagues).stream()
                .flatMap(names -> Pattern.compile(names, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .results())
                .map(found -> key(found.group(1)))
                .collect(Collectors.toSet());
        return colleagues.stream()
                .filter(agent -> namesOf(agent).map(MentionNames::key).anyMatch(called::contains))
                .map(AgentRef::id)
                .collect(Collectors.toSet());
    }

    private static Stream<String> namesOf(AgentRef agent) {
        return Stream.concat(
                        Stream.of(agent.name()),
                        Arrays.stream(agent.name().split("\\s+", 2)).limit(1))
                .filter(name -> !name.isBlank());
    }

    private static String key(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
