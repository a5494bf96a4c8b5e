package dev.lodge.branding.domains;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** A domain name system that says what tests wrote into it, and asks nobody. */
@Component
@Primary
public class WrittenDns implements DnsTxt {

    private final Map<String, Optional<Set<String>>> written = new ConcurrentHashMap<>();

    @Override
    public Optional<Set<String>> texts(String name) {
        return written.getOrDefault(name, Optional.of(Set.of()));
    }

    void write(String name, String... texts) {
        written.put(name, Optional.of(Set.of(texts)));
    }

    void silence(String name) {
        written.put(name, Optional.empty());
    }
}
