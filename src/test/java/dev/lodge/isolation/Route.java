package dev.lodge.isolation;

import dev.lodge.accounts.Anyone;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.portal.ForCustomers;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** One method and path that a handler answers, as the dispatcher knows it. */
record Route(HttpMethod method, String path, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(?:[^{}]|\\{[^}]*})+}");

    /** All of them, in order. The container's way to error pages is no address of ours. */
    static List<Route> all(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(path -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Route(HttpMethod.valueOf(method.name()), path, entry.getValue()))))
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    static List<Route> ofTenants(ApplicationContext context) {
        return all(context).stream()
                .filter(route -> route.permission().isPresent())
                .toList();
    }

    static List<Route> ofTheApi(ApplicationContext context) {
        return ofTenants(context).stream().filter(Route::isApi).toList();
    }

    Optional<Permission> permission() {
        return mark(Requires.class, Anyone.class).map(Requires::value);
    }

    boolean isForAnyone() {
        return mark(Anyone.class, Requires.class).isPresent();
    }

    boolean isForCustomers() {
        return marks(List.of(ForCustomers.class)) == 1;
    }

    /** The mark on the method, or else that on its type. */
    private <A extends Annotation> Optional<A> mark(Class<A> type, Class<? extends Annotation> other) {
        A onMethod = handler.getMethodAnnotation(type);
        return onMethod != null || handler.hasMethodAnnotation(other)
                ? Optional.ofNullable(onMethod)
                : Optional.ofNullable(handler.getBeanType().getAnnotation(type));
    }

    /** How many marks of these kinds the route carries, on the method if it carries any there. */
    long marks(List<Class<? extends Annotation>> kinds) {
        long onMethod = kinds.stream().filter(handler::hasMethodAnnotation).count();
        return onMethod > 0
                ? onMethod
                : kinds.stream()
                        .filter(handler.getBeanType()::isAnnotationPresent)
                        .count();
    }

    boolean isApi() {
        return path.startsWith("/api/");
    }

    boolean isRead() {
        return method.equals(HttpMethod.GET);
    }

    boolean hasVariable() {
        return path.contains("{");
    }

    /** The path with its variables filled in, from left to right. */
    String at(String... values) {
        String filled = path;
        for (String value : values) {
            filled = VARIABLE.matcher(filled).replaceFirst(value);
        }
        return filled;
    }

    Stream<String> variables() {
        return VARIABLE.matcher(path).results().map(found -> found.group());
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
