package dev.lodge.web;

import dev.lodge.tenancy.Tenants;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Renders templates completely before the first byte is sent, so that what breaks halfway becomes an error page. */
@Component
class Pages {

    private final Shells shells;
    private final ToastCookie toastCookie;

    Pages(Shells shells, ToastCookie toastCookie) {
        this.shells = shells;
        this.toastCookie = toastCookie;
    }

    void answer(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var draft = Draft.of(request);
        if (draft == null) {
            answerAsItIs(html, request, response);
        } else {
            Tenants.in(draft.tenant(), () -> {
                answerAsItIs(html, request, response);
                return html;
            });
        }
    }

    private void answerAsItIs(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var htmx = Htmx.of(request);
        switch (html.kind()) {
            case REDIRECT -> redirect(html, html.template(), html.status(), htmx, response);
            case EMPTY -> nothing(html, request, response);
            case FRAGMENT -> fragment(html, html.template(), request, response);
            case PAGE -> {
                response.addHeader(HttpHeaders.VARY, "HX-Request, HX-Target");
                var part = htmx.wantsPart() ? html.parts().get(htmx.target()) : null;
                if (part == null && html.otherwise() != null) {
                    redirect(html, html.otherwise(), HttpServletResponse.SC_SEE_OTHER, htmx, response);
                } else if (part == null) {
                    page(html, request, response);
                } else {
                    fragment(html, part, request, response);
                }
            }
        }
    }

    /** A page that stands without the person, their rails or the database. */
    void answerPlainly(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = new Utf8ByteOutput();
        render(shells.plainViewing(request), html.template(), html.model(), page);
        send(response, html.status(), page);
    }

    private void page(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var toast = html.toast() != null ? html.toast() : toastCookie.take(request, response);
        var page = new Utf8ByteOutput();
        render(shells.viewing(request, toast), html.template(), html.model(), page);
        send(response, html.status(), page);
    }

    private void fragment(Html html, String template, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var viewing = shells.viewing(request, html.toast());
        var fragment = new Utf8ByteOutput();
        render(viewing, template, html.model(), fragment);
        if (html.toast() != null) {
            render(viewing, "web/toast-besides", null, fragment);
        }
        send(response, html.status(), fragment);
    }

    private void redirect(Html html, String address, int status, Htmx htmx, HttpServletResponse response) {
        if (html.toast() != null) {
            toastCookie.put(html.toast(), response);
        }
        if (htmx.request()) {
            response.setStatus(HttpServletResponse.SC_OK);
            response.setHeader("HX-Redirect", address);
        } else {
            response.setStatus(status);
            response.setHeader(HttpHeaders.LOCATION, address);
        }
    }

    private void nothing(Html html, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (html.toast() == null) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setHeader("HX-Reswap", "none");
        var toast = new Utf8ByteOutput();
        render(shells.viewing(request, html.toast()), "web/toast-besides", null, toast);
        send(response, HttpServletResponse.SC_OK, toast);
    }

    private static void render(Viewing viewing, String template, @Nullable Object model, Utf8ByteOutput output) {
        viewing.render(() -> {
            Templates.render(template, model, output);
            return output;
        });
    }

    private static void send(HttpServletResponse response, int status, Utf8ByteOutput page) throws IOException {
        response.setStatus(status);
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
