package dev.lodge.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.accounts.AgentRef;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionNamesTests {

    private static final List<AgentRef> DESK = List.of(
            new AgentRef(1, "Priya Raman"),
            new AgentRef(2, "Priya Nair"),
            new AgentRef(3, "Tom Okafor"),
            new AgentRef(4, "Nils Åkesson"));

    @Test
    void aFullNameMeansOneAndAFirstNameEverybodyWhoHasIt() {
        assertThat(mentioned("@Priya Raman could you look?")).containsExactly(1L);
        assertThat(mentioned("@Priya could you look?")).containsExactlyInAnyOrder(1L, 2L);
        assertThat(mentioned("ask @tom okafor, or @NILS ÅKESSON.")).containsExactlyInAnyOrder(3L, 4L);
    }

    @Test
    void anAddressALongerNameOrAnAtAloneMeansNobody() {
        assertThat(mentioned("write to orders@tom.example")).isEmpty();
        assertThat(mentioned("@Tommy and @ Tom and Tom")).isEmpty();
        assertThat(mentioned("a@Tom")).isEmpty();
        assertThat(MentionNames.in("@Tom", List.of())).isEmpty();
    }

    private static Set<Long> mentioned(String note) {
        return MentionNames.in(note, DESK);
    }
}
