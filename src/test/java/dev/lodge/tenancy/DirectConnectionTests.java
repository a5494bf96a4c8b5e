package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.DatabaseUnavailable;
import dev.lodge.database.TestDatabase;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class DirectConnectionTests {

    @Test
    void aConnectionStraightToPostgresIsTaken() {
        assertThat(DirectConnection.isDirect(TestDatabase.address())).isTrue();
    }

    @Test
    void aPoolerInBetweenIsRefusedWithASentence() throws IOException {
        URI database = URI.create(TestDatabase.address().jdbcUrl().substring("jdbc:".length()));
        try (Pooler pooler = new Pooler(database.getHost(), database.getPort())) {
            String url =
                    TestDatabase.address().jdbcUrl().replace(":" + database.getPort() + "/", ":" + pooler.port() + "/");
            DatabaseAddress through = new DatabaseAddress(
                    url, TestDatabase.address().owner(), TestDatabase.address().application());

            assertThatThrownBy(() -> DirectConnection.require(through))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageStartingWith("A connection pooler stands between");
        }
    }

    /** Passes everything on, but names a server process of its own at the start-up, as poolers do (BackendKeyData, "K"). */
    private static final class Pooler implements AutoCloseable {

        private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

        Pooler(String host, int port) throws IOException {
            Thread.ofVirtual().start(() -> {
                try (Socket client = door.accept();
                        Socket server = new Socket(host, port)) {
                    Thread.ofVirtual().start(() -> pass(client, server));
                    answer(
                            new DataInputStream(server.getInputStream()),
                            new DataOutputStream(client.getOutputStream()));
                } catch (IOException ended) {
                    // The test is over.
                }
            });
        }

        int port() {
            return door.getLocalPort();
        }

        private static void pass(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                in.transferTo(out);
            } catch (IOException ended) {
                // One side has hung up.
            }
        }

        private static void answer(DataInputStream server, DataOutputStream client) throws IOException {
            while (true) {
                int type = server.readByte();
                int length = server.readInt();
                byte[] body = server.readNBytes(length - 4);
                if (type == 'K') {
                    body[3] ^= 1;
                }
                client.writeByte(type);
                client.writeInt(length);
                client.write(body);
                client.flush();
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
