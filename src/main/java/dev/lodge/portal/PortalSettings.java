package dev.lodge.portal;

/**
 * What a desk decided about its help center.
 *
 * @param signUp whether people whom the desk does not know may sign in
 * @param anonymousRequests whether a request can be sent without signing in
 * @param joinsOrganization whether somebody new joins the organisation that has the domain of their address
 * @param version counts its changes
 */
public record PortalSettings(boolean signUp, boolean anonymousRequests, boolean joinsOrganization, long version) {}
