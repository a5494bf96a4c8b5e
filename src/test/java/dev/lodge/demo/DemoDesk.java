package dev.lodge.demo;

import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantSlug;

/** What the demo shows, on a desk that only one test has. */
public final class DemoDesk {

    private DemoDesk() {}

    /** @param desk whose data it gets: {@code acme} or {@code globex} */
    public static Tenant at(String slug, String desk, Demo demo) {
        return demo.create(TenantSlug.of(slug), Desk.of(desk)).tenant();
    }
}
