package dev.lodge.platform.command;

import dev.lodge.platform.FirstOwner;
import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.HostName;
import dev.lodge.tenancy.Locales;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.TenantSlug;
import dev.lodge.web.Language;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = {
            "Create a tenant, ready to sign in to, or nothing of it.",
            "Without a password a link is printed by which the owner chooses one, once."
        })
final class TenantCreateCommand extends Action {

    @Parameters(paramLabel = "SLUG", description = "2 to 40 of a-z, 0-9 and inner hyphens; stays for good.")
    private String slug = "";

    @Option(names = "--name", required = true, paramLabel = "NAME", description = "As people know the organisation.")
    private String name = "";

    @Option(
            names = "--domain",
            paramLabel = "HOST",
            description =
                    "A host that leads to the tenant; repeatable, the first is primary. Default: SLUG below the base domain.")
    private List<String> domains = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            description =
                    "A language its customers may choose: en, de, fr, es, ar; repeatable, the first is its own. Default: en.")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "For example Europe/Stockholm. Default: UTC.")
    private String zone = Locales.DEFAULT.zone().getId();

    @Option(names = "--admin-email", required = true, paramLabel = "EMAIL", description = "The tenant's first owner.")
    private String email = "";

    @Option(
            names = "--admin-name",
            paramLabel = "NAME",
            description = "The owner's name. Default: what stands before the @.")
    private String adminName = "";

    @Option(names = "--admin-password-stdin", description = "Read the owner's password, one line, from standard input.")
    private boolean passwordOnInput;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final SecretLine secrets;

    TenantCreateCommand(Backstage backstage, SecretLine secrets) {
        super(backstage);
        this.secrets = secrets;
    }

    private Locales locales() {
        var spoken = languages.stream().map(TenantCreateCommand::language).toList();
        try {
            return new Locales(spoken.isEmpty() ? Locales.DEFAULT.languages() : spoken, ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("There is no time zone '%s'.".formatted(zone), unknown);
        }
    }

    private static Locale language(String tag) {
        return Language.of(tag)
                .map(known -> Locale.forLanguageTag(known.tag()))
                .orElseThrow(() -> new IllegalArgumentException("Lodge does not speak '%s'.".formatted(tag)));
    }

    @Override
    int run() {
        var wish = new NewTenant(
                TenantSlug.of(slug), name, domains.stream().map(HostName::of).toList(), locales());
        @Nullable String password = passwordOnInput ? secrets.read() : null;
        var created = bean(Registrar.class).create(null, wish, new FirstOwner(email, adminName, password));
        String address = bean(SiteAddresses.class).of(created.tenant());
        if (json) {
            var document = new LinkedHashMap<String, String>();
            document.put("slug", slug);
            document.put("name", created.tenant().name());
            document.put("address", address);
            created.invitation().ifPresent(link -> document.put("invitation_url", link));
            return sayJson(document);
        }
        say("%s is ready at %s", created.tenant().name(), address);
        created.invitation().ifPresent(link -> {
            say("%s chooses a password here, once, within seven days:", email);
            say("%s", link);
        });
        return 0;
    }
}
