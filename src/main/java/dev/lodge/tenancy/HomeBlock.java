package dev.lodge.tenancy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the help center's first page can be made of. */
public enum HomeBlock {
    SEARCH,
    CATEGORIES,
    /** The articles that are read most. */
    POPULAR,
    /** The customer's own requests, for one who is signed in. */
    OWN_REQUESTS,
    /** How to ask a person. */
    CONTACT;

    /** What a tenant has until it chooses. */
    static final List<HomeBlock> ALL = List.of(values());

    /** As it is stored and written in data. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HomeBlock> of(String word) {
        return Stream.of(values()).filter(block -> block.word().equals(word)).findFirst();
    }
}
