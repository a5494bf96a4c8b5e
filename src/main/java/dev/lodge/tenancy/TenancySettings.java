package dev.lodge.tenancy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Under which addresses Lodge is reached.
 *
 * @param baseDomain the platform's own host; a tenant's default domain is its slug below it. {@code localhost} needs no DNS: browsers
 *     take every name below it to this machine
 * @param scheme {@code http} or {@code https}, as people see it; https unless the base domain is localhost
 * @param publicPort the port as people see it; the port Lodge listens on with http, 443 with https
 * @param port the port Lodge listens on
 */
@ConfigurationProperties("lodge")
public record TenancySettings(
        @DefaultValue("localhost") HostName baseDomain,
        @Nullable String scheme,
        @Nullable Integer publicPort,
        @DefaultValue("8080") int port) {

    public TenancySettings {
        if (scheme == null) {
            scheme = baseDomain.isWithin(new HostName("localhost")) ? "http" : "https";
        }
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("LODGE_SCHEME is http or https, not %s.".formatted(scheme));
        }
        if (publicPort == null) {
            publicPort = scheme.equals("http") ? port : 443;
        }
        if (port < 0 || port > 65535 || publicPort < 0 || publicPort > 65535) {
            throw new IllegalArgumentException("LODGE_PORT and LODGE_PUBLIC_PORT are 1 to 65535.");
        }
    }

    /** The address of a host as people type it, without a path. */
    String address(HostName host) {
        int standard = "https".equals(scheme) ? 443 : 80;
        return publicPort == null || publicPort == standard
                ? "%s://%s".formatted(scheme, host)
                : "%s://%s:%d".formatted(scheme, host, publicPort);
    }
}
