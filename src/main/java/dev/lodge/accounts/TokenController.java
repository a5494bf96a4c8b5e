package dev.lodge.accounts;

import dev.lodge.problem.Invalid;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/auth/token}: address and password against an API token. */
@RestController
class TokenController {

    private final SignIn signIn;
    private final ApiTokens tokens;
    private final SignInSettings settings;

    TokenController(SignIn signIn, ApiTokens tokens, SignInSettings settings) {
        this.signIn = signIn;
        this.tokens = tokens;
        this.settings = settings;
    }

    /**
     * @param name to recognise it by in the list of one's tokens
     * @param scopes everything that the role may, if not given
     * @param expiresIn seconds
     */
    record TokenRequest(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = 1000) String password,
            @Nullable @Size(min = 1, max = 80) String name,
            @Nullable @Size(min = 1, max = 5) List<@NotNull TokenScope> scopes,
            @Nullable Long expiresIn) {}

    record IssuedToken(String token, Instant expiresAt) {}

    @PostMapping("/api/auth/token")
    @Anyone(because = "this is how programs sign in")
    IssuedToken issue(@Valid @RequestBody TokenRequest asked, HttpServletRequest request) {
        Duration lifetime = lifetime(asked.expiresIn());
        long agentId = signIn.check(asked.email(), asked.password(), Client.of(request));
        var issued = tokens.issue(
                agentId,
                Objects.requireNonNullElse(asked.name(), "API"),
                Objects.requireNonNullElse(asked.scopes(), List.of(TokenScope.ALL)),
                lifetime);
        return new IssuedToken(issued.secret().text(), issued.expiresAt());
    }

    private Duration lifetime(@Nullable Long seconds) {
        if (seconds == null) {
            return settings.apiToken();
        }
        long longest = settings.apiTokenLongest().toSeconds();
        if (seconds < 60 || seconds > longest) {
            throw new Invalid("expires_in", "web.invalid.range", 60, longest);
        }
        return Duration.ofSeconds(seconds);
    }
}
