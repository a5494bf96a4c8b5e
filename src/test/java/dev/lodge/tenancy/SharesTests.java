package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharesTests {

    private final Shares shares = new Shares(3, Duration.ZERO);

    @Test
    void aTenantAloneInItsPoolMayHoldAllOfIt() throws SQLException {
        take("acme", 3);

        assertThatThrownBy(() -> shares.take("acme")).isInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void withANeighbourEachMayHoldAllButOne() throws SQLException {
        take("acme", 1);
        take("globex", 2);
        take("acme", 1);

        assertThatThrownBy(() -> shares.take("acme")).isInstanceOf(SQLTransientConnectionException.class);
        assertThatThrownBy(() -> shares.take("globex")).isInstanceOf(SQLTransientConnectionException.class);
    }

    @Test
    void whoHoldsAllWhenANeighbourComesGetsTheLastOneBackNoMore() throws SQLException {
        Shares.Share ofAcme = shares.take("acme");
        take("acme", 2);
        take("globex", 1);

        ofAcme.giveBack();
        assertThatThrownBy(() -> shares.take("acme")).isInstanceOf(SQLTransientConnectionException.class);

        ofAcme.giveBack();
        assertThatCode(() -> shares.take("acme")).doesNotThrowAnyException();
    }

    @Test
    void ofAPoolOfOneEveryTenantMayHoldTheOne() throws SQLException {
        Shares single = new Shares(1, Duration.ZERO);

        single.take("acme").giveBack();
        single.take("globex").giveBack();

        assertThatCode(() -> single.take("acme")).doesNotThrowAnyException();
    }

    private void take(String role, int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            shares.take(role);
        }
    }
}
