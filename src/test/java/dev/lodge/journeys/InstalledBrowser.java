package dev.lodge.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The browser of the journeys, started once: an installed Chromium or Chrome, else the one that Playwright fetches for itself. Where
 * neither can be had there is none, and the journeys are skipped. It ends with the process that started it.
 */
final class InstalledBrowser {

    private static final List<String> PROGRAMS = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/opt/homebrew/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    private static final class Holder {
        static final @Nullable Browser BROWSER = start();
    }

    private InstalledBrowser() {}

    /** For conditions: whether there is one. */
    static boolean exists() {
        return Holder.BROWSER != null;
    }

    static Browser get() {
        return Objects.requireNonNull(Holder.BROWSER, "no browser");
    }

    private static @Nullable Browser start() {
        Optional<Path> program = Stream.concat(
                        Stream.ofNullable(System.getenv("LODGE_TEST_BROWSER")), PROGRAMS.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        try {
            Playwright playwright = Playwright.create(new Playwright.CreateOptions()
                    .setEnv(program.isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setHeadless(true)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"));
            program.ifPresent(options::setExecutablePath);
            return playwright.chromium().launch(options);
        } catch (PlaywrightException none) {
            return null;
        }
    }
}
