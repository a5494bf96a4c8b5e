package dev.lodge.platform.command;

import dev.lodge.platform.Operators;
import dev.lodge.tenancy.SiteAddresses;
import java.util.LinkedHashMap;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = {
            "Make somebody an operator.",
            "Without a password a link is printed by which the person chooses one, once."
        })
final class OperatorCreateCommand extends Action {

    @Option(names = "--email", required = true, paramLabel = "EMAIL", description = "The address to sign in with.")
    private String email = "";

    @Option(names = "--name", paramLabel = "NAME", description = "Default: what stands before the @.")
    private String name = "";

    @Option(names = "--password-stdin", description = "Read the password, one line, from standard input.")
    private boolean passwordOnInput;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    private final SecretLine secrets;

    OperatorCreateCommand(Backstage backstage, SecretLine secrets) {
        super(backstage);
        this.secrets = secrets;
    }

    @Override
    int run() {
        String password = passwordOnInput ? secrets.read() : null;
        Optional<String> invitation = bean(Operators.class).create(email, name, password);
        String address = bean(SiteAddresses.class).platform() + "/operator/signin";
        if (json) {
            var document = new LinkedHashMap<String, String>();
            document.put("email", email);
            document.put("address", address);
            invitation.ifPresent(link -> document.put("invitation_url", link));
            return sayJson(document);
        }
        if (invitation.isEmpty()) {
            return say("%s signs in at %s", email, address);
        }
        say("%s chooses a password here, once, within seven days:", email);
        return say("%s", invitation.get());
    }
}
