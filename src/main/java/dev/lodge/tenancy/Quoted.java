package dev.lodge.tenancy;

/** SQL text that jOOQ has no statement for: names and literals of role and schema definitions. */
final class Quoted {

    private Quoted() {}

    static String name(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
