package dev.lodge.portal.settings;

import dev.lodge.customers.OrganizationRef;
import dev.lodge.portal.PortalSettings;
import dev.lodge.problem.FieldErrors;
import java.util.List;

/**
 * What a desk decides about its help center.
 *
 * @param sharing organisations whose people see each other's requests
 * @param names of organisations, to suggest
 * @param written the name of an organisation that was written
 * @param stale whether somebody else changed the settings since they were shown
 */
public record PortalSettingsPage(
        PortalSettings settings,
        List<OrganizationRef> sharing,
        List<String> names,
        String written,
        FieldErrors errors,
        boolean stale) {}
