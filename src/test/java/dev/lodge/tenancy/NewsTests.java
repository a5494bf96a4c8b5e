package dev.lodge.tenancy;

import static dev.lodge.schema.tenant.Tables.TEAM_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.DatabaseAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Another node's ears: a second listener on the same database. */
@LodgeTest
class NewsTests implements NewsReader {

    private static final String SIGN_INS = "signins";

    @Autowired
    Cast cast;

    @Autowired
    DatabaseAddress address;

    @Autowired
    TenantDatabase database;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    TransactionTemplate tenantTransactions;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private News news;
    private Tenant desk;

    @BeforeEach
    void listen() throws InterruptedException {
        desk = cast.tenant("news-desk", "Desk in the news");
        news = new News(address, List.of(this));
        news.start();
        assertThat(next()).isEqualTo("in touch");
    }

    @AfterEach
    void stop() {
        news.stop();
    }

    @Test
    void aStatementOnAWatchedTableIsHeardByOtherNodesOnceItIsCommitted() throws InterruptedException {
        Tenants.run(
                desk,
                () -> tenantTransactions.executeWithoutResult(status -> {
                    leaveAllTeams();
                    assertThat(heard).isEmpty();
                }));

        assertThat(next()).isEqualTo(SIGN_INS + " " + desk.id());
    }

    @Test
    void whatIsRolledBackIsNeverHeard() throws InterruptedException {
        Tenants.run(
                desk,
                () -> tenantTransactions.executeWithoutResult(status -> {
                    leaveAllTeams();
                    status.setRollbackOnly();
                }));
        platform.inTransaction(sql -> {
            News.announce(sql);
            return true;
        });

        assertThat(next()).isEqualTo("registry");
    }

    @Test
    void aStatementOutsideATransactionIsHeardToo() throws InterruptedException {
        Tenants.run(desk, this::leaveAllTeams);

        assertThat(next()).isEqualTo(SIGN_INS + " " + desk.id());
    }

    private void leaveAllTeams() {
        database.sql().deleteFrom(TEAM_MEMBER).execute();
    }

    private String next() throws InterruptedException {
        return heard.poll(20, TimeUnit.SECONDS);
    }

    @Override
    public void inTouch() {
        heard.add("in touch");
    }

    @Override
    public void outOfTouch() {
        heard.add("out of touch");
    }

    @Override
    public void registryChanged() {
        heard.add("registry");
    }

    @Override
    public void changed(String topic, long tenantId) {
        // Tests of other things share the database.
        if (tenantId == desk.id()) {
            heard.add(topic + " " + tenantId);
        }
    }
}
