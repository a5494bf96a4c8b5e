package dev.lodge.web;

import dev.lodge.problem.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a page's handler returns. Immutable; each method gives a changed copy.
 *
 * <p>{@code Html.page("customers/list", model).part("customers", "customers/rows")} answers with the whole page, or, when
 * htmx asks for the element whose id is {@code customers}, with that fragment of the same model. Boosted requests and
 * history restores get the page.
 */
public final class Html {

    private final String template;
    private final @Nullable Object model;
    private final Kind kind;
    private final int status;
    private final Map<String, String> parts;
    private final @Nullable Toast toast;
    private final @Nullable String otherwise;

    enum Kind {
        PAGE,
        FRAGMENT,
        REDIRECT,
        EMPTY
    }

    private Html(
            Kind kind,
            String template,
            @Nullable Object model,
            int status,
            Map<String, String> parts,
            @Nullable Toast toast,
            @Nullable String otherwise) {
        this.kind = kind;
        this.template = template;
        this.model = model;
        this.status = status;
        this.parts = parts;
        this.toast = toast;
        this.otherwise = otherwise;
    }

    /**
     * A whole page.
     *
     * @param template below {@code src/main/jte} without its ending; it has one
     *     parameter, of the model's type; of a map, each entry is a parameter
     */
    public static Html page(String template, Object model) {
        return new Html(Kind.PAGE, template, model, 200, Map.of(), null, null);
    }

    /** A page whose template takes no parameter. */
    public static Html page(String template) {
        return new Html(Kind.PAGE, template, null, 200, Map.of(), null, null);
    }

    /** Always only a fragment: for an address that htmx alone asks for. */
    public static Html fragment(String template, Object model) {
        return new Html(Kind.FRAGMENT, template, model, 200, Map.of(), null, null);
    }

    /** Nothing to show, for htmx: 204, and what is on the page stays; a toast may come with it. */
    public static Html nothing() {
        return new Html(Kind.EMPTY, "", null, 204, Map.of(), null, null);
    }

    /**
     * After a POST: 303 to a path of this host; htmx navigates there too.
     *
     * @param address path and query, beginning with one slash
     * @throws IllegalArgumentException if it could lead to another host
     */
    public static Html redirect(String address) {
        if (!isOfThisHost(address)) {
            throw new IllegalArgumentException("Not a path of this host");
        }
        return new Html(Kind.REDIRECT, address, null, 303, Map.of(), null, null);
    }

    /**
     * For GET: what was here is elsewhere on this host from now on, 301.
     *
     * @throws IllegalArgumentException if it could lead to another host
     */
    public static Html moved(String address) {
        return redirect(address).status(301);
    }

    /** Whether a return address stays on this host: one leading slash, no backslash, no control character. */
    public static boolean isOfThisHost(String address) {
        return address.startsWith("/")
                && !address.startsWith("//")
                && address.chars().noneMatch(c -> c == '\\' || c < 0x20 || c == 0x7f);
    }

    /** When htmx swaps the element with this id, only this template, with the same model. */
    public Html part(String target, String fragment) {
        var more = new LinkedHashMap<>(parts);
        more.put(target, fragment);
        return new Html(kind, template, model, status, Map.copyOf(more), toast, otherwise);
    }

    /**
     * After a POST that htmx may have sent: its part if it asks for one, else 303 to a path of this host.
     *
     * @throws IllegalArgumentException if the address could lead to another host
     */
    public Html orRedirect(String address) {
        if (!isOfThisHost(address)) {
            throw new IllegalArgumentException("Not a path of this host");
        }
        return new Html(kind, template, model, status, parts, toast, address);
    }

    /** The form again with what is wrong: 422, for htmx and without. */
    public Html invalid() {
        return status(422);
    }

    public Html status(int changed) {
        return new Html(kind, template, model, changed, parts, toast, otherwise);
    }

    /** A line at the page's corner, also after a redirect. */
    public Html toast(Toast shown) {
        return new Html(kind, template, model, status, parts, shown, otherwise);
    }

    public Html toast(String key, Object... arguments) {
        return toast(new Toast(Message.of(key, arguments), null));
    }

    Kind kind() {
        return kind;
    }

    String template() {
        return template;
    }

    @Nullable
    Object model() {
        return model;
    }

    int status() {
        return status;
    }

    @Nullable
    String otherwise() {
        return otherwise;
    }

    Map<String, String> parts() {
        return parts;
    }

    @Nullable
    Toast toast() {
        return toast;
    }
}
