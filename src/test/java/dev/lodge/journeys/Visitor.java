package dev.lodge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/** A person with a browser of their own on one tenant's host, who also notices what a browser complains about. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

    private Visitor(String origin, Browser.NewContextOptions options) {
        this.origin = origin;
        this.context = InstalledBrowser.get().newContext(options);
        this.page = context.newPage();
        this.page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    static Visitor atADesk(String host, int port) {
        return new Visitor(
                "http://%s:%d".formatted(host, port), new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    static Visitor onAPhoneInTheDark(String host, int port) {
        return new Visitor(
                "http://%s:%d".formatted(host, port),
                new Browser.NewContextOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
    }

    static Visitor withoutScripts(String host, int port) {
        return new Visitor(
                "http://%s:%d".formatted(host, port),
                new Browser.NewContextOptions().setViewportSize(1440, 900).setJavaScriptEnabled(false));
    }

    Visitor goTo(String path) {
        page.navigate(origin + path);
        return this;
    }

    Visitor signIn(String email, String password) {
        goTo("/signin");
        fill("E-mail", email);
        fill("Password", password);
        press("Sign in");
        return this;
    }

    void fill(String label, String value) {
        page.getByLabel(label).first().fill(value);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    Page page() {
        return page;
    }

    /** What axe-core finds against WCAG 2.2 AA on the page as it stands, and whether it scrolls sideways. */
    void findsThePageAccessible() {
        List<String> findings = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(Visitor::described)
                        .toList();
        assertThat(findings).as("accessibility of %s", page.url()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("%s does not scroll sideways", page.url())
                .isEqualTo(true);
        assertThat(complaints)
                .as("what the browser complains about on %s", page.url())
                .isEmpty();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
