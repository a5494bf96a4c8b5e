package dev.lodge.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideSocketsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "0x7f000001",
                "127.1",
                "[::1]",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:7f00:1::",
                "fd00::8",
                "fe80::1",
                "fec0::1",
                "ff02::1",
            })
    void whatLeadsInsideIsRefusedInEverySpelling(String host) throws IOException {
        try (var open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new OutsideSockets(Resolver.system()).createSocket()) {
            assertThatThrownBy(
                            () -> socket.connect(InetSocketAddress.createUnresolved(host, open.getLocalPort()), 1_000))
                    .isInstanceOfAny(DestinationRefused.class, UnknownHostException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost.", "printer.corp", "metadata.google.internal", "half.example"})
    void whatCountsIsWhereANameLeadsWhenTheConnectionIsOpened(String host) throws IOException {
        Resolver resolver = name -> switch (name) {
            case "half.example" ->
                new InetAddress[] {InetAddress.ofLiteral("93.184.215.14"), InetAddress.ofLiteral("10.0.0.1")};
            default -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
        };

        try (var socket = new OutsideSockets(resolver).createSocket()) {
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved(host, 25), 1_000))
                    .isInstanceOf(DestinationRefused.class)
                    .hasMessageNotContaining("127.0.0.1");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "93.184.215.14",
                "172.32.0.1",
                "2606:4700::1111",
                "2002:0808:0808::",
                "64:ff9b::808:808"
            })
    void theInternetIsOpen(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    @Test
    void aNameWithoutAddressesIsRefused() throws IOException {
        try (var socket = new OutsideSockets(name -> new InetAddress[0]).createSocket()) {
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("empty.example", 25)))
                    .isInstanceOf(DestinationRefused.class);
        }
    }
}
