package dev.lodge.web.api;

import dev.lodge.problem.FieldErrors;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Reads a {@link ListQuery} from the query string and refuses, by name, all that its list does not understand. */
public final class ListQueries implements HandlerMethodArgumentResolver {

    /** Rows that may stand before a page's end; beyond, filters find faster than paging. */
    static final int DEEPEST = 10_000;

    static final int DEFAULT_SIZE = 25;
    static final int LARGEST_SIZE = 100;
    static final int LONGEST_SEARCH = 200;
    private static final int LONGEST_FILTER = 500;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ListQuery.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var allowed = Objects.requireNonNull(
                parameter.getParameterAnnotation(ListParameters.class), "@ListParameters on the ListQuery parameter");
        var servletRequest = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        return read(servletRequest, allowed.filters(), allowed.orderings(), allowed.search());
    }

    static ListQuery read(HttpServletRequest request, String[] filters, String[] orderings, boolean search) {
        var given = new Given(request.getParameterMap());
        var names = new TreeSet<>(Set.of("page", "page_size", "ordering"));
        names.addAll(List.of(filters));
        if (search) {
            names.add("search");
        }
        given.refuseOthers(names);
        int page = given.number("page", 1, DEEPEST);
        int size = given.number("page_size", DEFAULT_SIZE, LARGEST_SIZE);
        if ((long) page * size > DEEPEST && page > 1) {
            given.wrong("page", "web.invalid.too_deep", DEEPEST);
        }
        var ordering = given.oneOf("ordering", orderings);
        var words = search ? given.text("search", LONGEST_SEARCH) : null;
        var filtered = given.filters(filters);
        given.errors.throwIfAny();
        var address =
                ServletUriComponentsBuilder.fromRequest(request).build(true).toUri();
        return new ListQuery(page, size, ordering, words, filtered, address);
    }

    /** The parameters as sent, collecting what is wrong with them so that one answer names it all. */
    private static final class Given {

        private final Map<String, String[]> parameters;
        private FieldErrors errors = FieldErrors.none();

        Given(Map<String, String[]> parameters) {
            this.parameters = parameters;
        }

        void refuseOthers(Set<String> names) {
            parameters.forEach((name, values) -> {
                if (!names.contains(name)) {
                    wrong(name, "web.invalid.unknown_parameter", String.join(", ", names));
                } else if (values.length > 1) {
                    wrong(name, "web.invalid.repeated");
                }
            });
        }

        int number(String name, int otherwise, int most) {
            var value = first(name);
            if (value == null) {
                return otherwise;
            }
            boolean digits =
                    !value.isEmpty() && value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9');
            int number = digits ? Integer.parseInt(value) : 0;
            if (number < 1 || number > most) {
                wrong(name, "web.invalid.range", 1, most);
                return otherwise;
            }
            return number;
        }

        String oneOf(String name, String[] words) {
            var value = first(name);
            if (value == null) {
                return words[0];
            }
            if (!List.of(words).contains(value)) {
                wrong(name, "web.invalid.word", String.join(", ", words));
            }
            return value;
        }

        @Nullable
        String text(String name, int longest) {
            var value = first(name);
            if (value != null && value.length() > longest) {
                wrong(name, "web.invalid.too_long", longest);
            }
            return value == null || value.isBlank() ? null : value.strip();
        }

        Map<String, String> filters(String[] names) {
            var found = new TreeMap<String, String>();
            Arrays.stream(names).forEach(name -> {
                var value = text(name, LONGEST_FILTER);
                if (value != null) {
                    found.put(name, value);
                } else if (first(name) != null) {
                    wrong(name, "web.invalid.empty");
                }
            });
            return Map.copyOf(found);
        }

        void wrong(String name, String key, Object... arguments) {
            errors = errors.and(name, key, arguments);
        }

        private @Nullable String first(String name) {
            var values = parameters.get(name);
            return values == null || values.length == 0 ? null : values[0];
        }
    }
}
