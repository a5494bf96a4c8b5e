package dev.lodge.journeys;

import dev.lodge.accounts.Anyone;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.portal.ForCustomers;
import dev.lodge.web.Html;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A page that can be opened by its address, as the dispatcher knows it.
 *
 * @param path as it is mapped, with its variables
 */
record PageOfLodge(String path, HandlerMethod handler) {

    /** They lead elsewhere, or are parts of pages that htmx asks for. */
    private static final Set<String> NO_PAGES = Set.of(
            "/operator",
            "/knowledge/related",
            "/knowledge/related/found",
            "/requests/suggestions",
            "/settings/sla/customers",
            "/tickets/filter",
            "/tickets/new/customers",
            "/notifications/bell");

    /** Who sees it. */
    enum Audience {
        PASSERS_BY,
        AGENTS,
        CUSTOMERS,
        VISITORS_OF_THE_PLATFORM,
        OPERATORS
    }

    static List<PageOfLodge> all(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(route -> isRead(route.getKey()))
                .filter(route -> route.getValue().getMethod().getReturnType().equals(Html.class))
                .flatMap(route ->
                        route.getKey().getPatternValues().stream().map(path -> new PageOfLodge(path, route.getValue())))
                .filter(page -> !NO_PAGES.contains(page.path()))
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    private static boolean isRead(RequestMappingInfo route) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.GET);
    }

    Audience audience() {
        OperatorRoute operators = handler.hasMethodAnnotation(OperatorRoute.class)
                ? handler.getMethodAnnotation(OperatorRoute.class)
                : handler.getBeanType().getAnnotation(OperatorRoute.class);
        if (operators != null) {
            return operators.open() ? Audience.VISITORS_OF_THE_PLATFORM : Audience.OPERATORS;
        }
        if (handler.hasMethodAnnotation(ForCustomers.class)
                || handler.getBeanType().isAnnotationPresent(ForCustomers.class)) {
            return Audience.CUSTOMERS;
        }
        return handler.hasMethodAnnotation(Anyone.class) ? Audience.PASSERS_BY : Audience.AGENTS;
    }
}
