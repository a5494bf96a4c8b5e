package dev.lodge.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A person with a browser of their own on one tenant's host, who also notices what a browser complains about. */
final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private int status;

    private Visitor(String origin, Browser.NewContextOptions options) {
        this.origin = origin;
        this.context = InstalledBrowser.get().newContext(options.setPermissions(List.of("clipboard-write")));
        this.page = context.newPage();
        this.page.setDefaultTimeout(10_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().matches(".*status of (4..|503) .*")) {
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

    /** Has had a cookie from before. */
    Visitor keep(String name, String value) {
        context.addCookies(List.of(new Cookie(name, value).setUrl(origin)));
        return this;
    }

    Visitor goTo(String path) {
        var response = page.navigate(origin + path);
        status = response == null ? 0 : response.status();
        return this;
    }

    /** Presses the browser's own button, and does not wait: what htmx put into the history it loads again by itself. */
    void goBack() {
        page.evaluate("() => setTimeout(() => history.back())");
    }

    /** What the address that was gone to last answered. */
    int status() {
        return status;
    }

    Visitor signIn(String email, String password) {
        goTo("/signin");
        enter(email, password);
        isAt("/tickets");
        return this;
    }

    /** What the form of the sign-in page asks for. */
    void enter(String email, String password) {
        fill("Email", email);
        fill("Password", password);
        press("Sign in");
    }

    void fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(value);
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .first()
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
    }

    /** Presses keys one after another, as {@code "j"} or {@code "Control+Enter"}. */
    void type(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    /** Writes words where the focus is. */
    void write(String words) {
        page.keyboard().insertText(words);
    }

    /** Opens a property in the side panel, sets it and waits until the panel shows it. */
    void change(String property, String shown, Consumer<Locator> control) {
        find("#prop-" + property).click();
        Locator form = find("#details form[action$='/" + property + "']");
        control.accept(form.locator("select, input:not([type=hidden])"));
        form.getByRole(AriaRole.BUTTON).click();
        PlaywrightAssertions.assertThat(find("#prop-" + property)).containsText(shown);
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** The row of a list that has these words in it. */
    Locator row(String words) {
        return find(".l-row, .l-table tbody tr").filter(new Locator.FilterOptions().setHasText(words));
    }

    void sees(String words) {
        PlaywrightAssertions.assertThat(page.getByText(words).first()).isVisible();
    }

    void doesNotSee(String words) {
        PlaywrightAssertions.assertThat(page.getByText(words)).hasCount(0);
    }

    /** Waits for this path and query, and until the page's scripts have run. */
    void isAt(String path) {
        PlaywrightAssertions.assertThat(page).hasURL(origin + path);
        page.waitForLoadState();
    }

    /** Waits for a path and query of this form, and until the page's scripts have run. */
    void isAt(Pattern path) {
        PlaywrightAssertions.assertThat(page)
                .hasURL(Pattern.compile(origin.replace(".", "\\.") + path.pattern() + "$"));
        page.waitForLoadState();
    }

    /** The status of an answer of the API to a token, and to nothing else that this browser has. */
    int asks(String path, String token) {
        Object status = page.evaluate(
                "([path, token]) => fetch(path, {credentials: 'omit', headers: {Authorization: 'Bearer ' + token}})"
                        + ".then(answer => answer.status)",
                List.of(path, token));
        return (Integer) status;
    }

    /** The colour that the page takes its own from, as six digits. */
    String accent() {
        return (String) page.evaluate(
                "() => getComputedStyle(document.documentElement).getPropertyValue('--tenant-accent').trim()");
    }

    /** The cookie of the session that this browser has. */
    Cookie session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.endsWith("lodge_session"))
                .findFirst()
                .orElseThrow();
    }

    /** Has this browser send a cookie to its host, wherever it was got. */
    void carry(Cookie cookie) {
        context.addCookies(List.of(new Cookie(cookie.name, cookie.value).setUrl(origin)));
    }

    Page page() {
        return page;
    }

    /** Keeps a picture of what can be seen, to look at: {@code target/screens/NAME.png}. */
    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", name + ".png")));
    }

    /** What axe-core finds against WCAG 2.2 AA on the page as it stands, and whether it scrolls sideways. */
    void findsThePageAccessible() {
        List<String> findings = new AxeBuilder(page)
                        .setLegacyMode(true)
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
        findsNothingToComplainOf();
    }

    /** What the browser itself said was wrong, such as a script that the page's policy kept from running. */
    void findsNothingToComplainOf() {
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
