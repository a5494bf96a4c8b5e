package dev.lodge.sla;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A level of escalation to be made, as it was written.
 *
 * @param name 1 to 80 characters
 * @param offsetSeconds after the moment of being due; before it if negative, and then less than each target of the metric
 * @param actions at least one
 */
public record NewEscalationRule(
        @Nullable String name,
        @Nullable Long policy,
        @Nullable Metric metric,
        @Nullable Long offsetSeconds,
        @Nullable List<@Nullable NewAction> actions) {

    private static final long LONGEST = Duration.ofDays(366).toSeconds();
    private static final int MOST = 20;
    private static final int LONGEST_TAG = 40;

    /**
     * What to do.
     *
     * @param to for {@code notify}: whoever the ticket is assigned to, its team, the tenant's managers
     * @param agents for {@code notify}: ids of people besides
     * @param addresses for {@code notify}: e-mail addresses besides
     * @param agent for {@code reassign}: to whom, an id; or
     * @param team to which team
     * @param tag for {@code add_tag}
     */
    public record NewAction(
            EscalationAction.@Nullable Type type,
            @Nullable List<EscalationAction.@Nullable Audience> to,
            @Nullable List<@Nullable Long> agents,
            @Nullable List<@Nullable String> addresses,
            @Nullable Long agent,
            @Nullable Long team,
            @Nullable String tag) {

        EscalationAction checked() {
            return new EscalationAction(
                    Objects.requireNonNull(type), known(to), known(agents), known(addresses), agent, team, clean(tag));
        }

        private static @Nullable String clean(@Nullable String tag) {
            return tag == null ? null : tag.strip().toLowerCase(java.util.Locale.ROOT);
        }

        private static <T> @Nullable List<T> known(@Nullable List<@Nullable T> written) {
            return written == null || written.isEmpty()
                    ? null
                    : written.stream().map(Objects::requireNonNull).distinct().toList();
        }

        private boolean tellsNobody() {
            return isEmpty(to) && isEmpty(agents) && isEmpty(addresses);
        }

        private static boolean isEmpty(@Nullable List<?> list) {
            return list == null || list.isEmpty();
        }
    }

    /** What is wrong with it in itself; whether what it names exists is asked next. */
    FieldErrors errors() {
        var errors = Names.check(name);
        if (policy == null) {
            errors = errors.and("policy", "web.invalid.missing");
        }
        if (metric == null) {
            errors = errors.and("metric", "web.invalid.missing");
        }
        if (offsetSeconds == null) {
            errors = errors.and("offset_seconds", "web.invalid.missing");
        } else if (offsetSeconds < -LONGEST || offsetSeconds > LONGEST) {
            errors = errors.and("offset_seconds", "web.invalid.range", -LONGEST, LONGEST);
        }
        if (actions == null || actions.isEmpty() || actions.size() > MOST) {
            return errors.and("actions", "sla.invalid.actions", MOST);
        }
        for (int i = 0; i < actions.size(); i++) {
            errors = errors.and(errors("actions[" + i + "]", actions.get(i)));
        }
        return errors;
    }

    private static FieldErrors errors(String field, @Nullable NewAction action) {
        if (action == null || action.type() == null) {
            return FieldErrors.of(field + ".type", "web.invalid.missing");
        }
        return switch (action.type()) {
            case NOTIFY -> audience(field, action);
            case REASSIGN ->
                (action.agent() == null) == (action.team() == null)
                        ? FieldErrors.of(field + ".agent", "sla.invalid.reassign")
                        : FieldErrors.none();
            case RAISE_PRIORITY -> FieldErrors.none();
            case ADD_TAG ->
                isTag(action.tag()) ? FieldErrors.none() : FieldErrors.of(field + ".tag", "sla.invalid.tag");
        };
    }

    private static FieldErrors audience(String field, NewAction action) {
        if (action.tellsNobody()) {
            return FieldErrors.of(field + ".to", "sla.invalid.nobody");
        }
        var errors = Written.gaps(field + ".to", action.to()).and(Written.gaps(field + ".agents", action.agents()));
        var addresses = action.addresses();
        for (int i = 0; addresses != null && i < addresses.size(); i++) {
            var address = addresses.get(i);
            if (address == null || EmailAddress.of(address).isEmpty()) {
                errors = errors.and(field + ".addresses[" + i + "]", "sla.invalid.address");
            }
        }
        return addresses != null && addresses.size() > MOST
                ? errors.and(field + ".addresses", "sla.invalid.addresses", MOST)
                : errors;
    }

    private static boolean isTag(@Nullable String tag) {
        return tag != null
                && !tag.isBlank()
                && tag.strip().length() <= LONGEST_TAG
                && tag.indexOf(',') < 0
                && tag.strip()
                        .chars()
                        .noneMatch(c ->
                                Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    /** Once it is known to be right. */
    List<EscalationAction> checkedActions() {
        return Objects.requireNonNull(actions).stream()
                .map(Objects::requireNonNull)
                .map(NewAction::checked)
                .toList();
    }
}
