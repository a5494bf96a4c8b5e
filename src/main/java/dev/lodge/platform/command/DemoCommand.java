package dev.lodge.platform.command;

import dev.lodge.demo.Demo;
import dev.lodge.tenancy.SiteAddresses;
import picocli.CommandLine.Command;

@Command(
        name = "demo",
        description = {
            "Create the demo tenants Acme and Globex, each a desk in the middle of its day.",
            "One that exists is left as it is."
        })
final class DemoCommand extends Action {

    DemoCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        for (Demo.Outcome outcome : bean(Demo.class).create()) {
            String address = bean(SiteAddresses.class).of(outcome.tenant());
            say(
                    outcome.created() ? "%s is created: %s" : "%s exists already and was left as it is: %s",
                    outcome.tenant().name(),
                    address);
        }
        for (Demo.Login login : bean(Demo.class).logins()) {
            String whom = login.isCustomer() ? "the customer " + login.email() : login.email();
            say("Sign in to %s as %s, password %s", login.tenant(), whom, Demo.PASSWORD);
        }
        return 0;
    }
}
