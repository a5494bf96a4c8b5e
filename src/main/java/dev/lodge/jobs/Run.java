package dev.lodge.jobs;

/**
 * One kind of work of one tenant, taken up by a node.
 *
 * @param version that of the row since it was taken up: whoever takes it over raises it, and this run then changes nothing anymore
 * @param failures how often it failed in a row before this run
 */
record Run(String work, long tenantId, long version, int failures) {

    String tenant() {
        return Long.toString(tenantId);
    }

    @Override
    public String toString() {
        return "%s of tenant %d".formatted(work, tenantId);
    }
}
