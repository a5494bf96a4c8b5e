/**
 * Work that falls due: escalations, mail, and whatever else happens later than the request that caused it. A module has a kind of
 * {@link dev.lodge.jobs.TenantWork}, and says with {@link dev.lodge.jobs.Jobs#wake}, in the transaction of the cause, when a tenant
 * has some. What is due for whom stays in the tenant's own tables; here is kept only the earliest moment of each tenant, so that
 * finding due work costs the same however many tenants there are. Which thread of which node does it is db-scheduler's part.
 */
@NullMarked
package dev.lodge.jobs;

import org.jspecify.annotations.NullMarked;
