package dev.lodge.email;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The kinds of mail that all modules declare. */
@Component
class MailKinds {

    private final Map<String, MailKind> byName;

    MailKinds(ObjectProvider<MailKind> declared) {
        this.byName = declared.stream().collect(Collectors.toUnmodifiableMap(MailKind::name, Function.identity()));
    }

    Optional<MailKind> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException when nobody declared it */
    MailKind require(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("No kind of mail is called " + name));
    }

    /** All, those to agents first, by name. */
    List<MailKind> all() {
        return byName.values().stream()
                .sorted(java.util.Comparator.comparing(MailKind::toCustomers).thenComparing(MailKind::name))
                .toList();
    }
}
