package dev.lodge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTests {

    @Test
    void onlyOwnersMakeOwners() {
        assertThat(Role.OWNER.mayGrant(Role.OWNER)).isTrue();
        assertThat(Role.ADMIN.mayGrant(Role.OWNER)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGivesMoreThanTheyHave(Role giver) {
        for (Role given : Role.values()) {
            if (giver.mayGrant(given)) {
                assertThat(giver.permissions()).containsAll(given.permissions());
            }
        }
    }

    @Test
    void lightAgentsAndAuditorsAreNeverAssigned() {
        assertThat(EnumSet.allOf(Role.class).stream().filter(role -> !role.canBeAssigned()))
                .containsExactly(Role.LIGHT_AGENT, Role.AUDITOR);
    }

    @Test
    void anAuditorChangesNothing() {
        assertThat(Role.AUDITOR.permissions())
                .allMatch(permission -> permission.name().endsWith("_READ")
                        || permission == Permission.NOTIFICATIONS
                        || permission == Permission.SELF
                        || permission == Permission.SIGNED_IN);
    }

    @ParameterizedTest
    @EnumSource
    void aTokenNeverAddsToARole(Role role) {
        for (TokenScope scope : TokenScope.values()) {
            assertThat(role.permissions()).containsAll(TokenScope.permissions(role, List.of(scope)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTokenManagesHowItsAgentSignsIn(TokenScope scope) {
        assertThat(TokenScope.permissions(Role.OWNER, List.of(scope))).doesNotContain(Permission.SELF);
    }
}
