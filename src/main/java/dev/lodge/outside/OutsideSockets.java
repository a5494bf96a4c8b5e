package dev.lodge.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import javax.net.SocketFactory;

/**
 * Sockets that connect to the public Internet only. The name is resolved when the connection is opened, every address it has is looked
 * at, and the connection goes to the very address that was found good, so that nothing can change in between.
 */
public final class OutsideSockets extends SocketFactory {

    private final Resolver resolver;

    public OutsideSockets(Resolver resolver) {
        this.resolver = resolver;
    }

    @Override
    public Socket createSocket() {
        return new OutsideSocket(resolver);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) throws IOException {
        return createSocket(host, port);
    }

    private Socket connected(InetSocketAddress destination) throws IOException {
        Socket socket = createSocket();
        try {
            socket.connect(destination);
            return socket;
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    private static final class OutsideSocket extends Socket {

        private final Resolver resolver;

        OutsideSocket(Resolver resolver) {
            this.resolver = resolver;
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress destination)) {
                throw new UnknownHostException("No host");
            }
            // By its name again, even where the caller has resolved it: what counts is what is connected to here.
            InetAddress[] addresses = resolver.addresses(destination.getHostString());
            if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
                throw new DestinationRefused(destination.getHostString());
            }
            super.connect(new InetSocketAddress(addresses[0], destination.getPort()), timeout);
        }
    }
}
