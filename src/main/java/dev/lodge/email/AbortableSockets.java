package dev.lodge.email;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Remembers the socket it made, so that it can be closed under whoever waits for it. */
final class AbortableSockets extends SocketFactory {

    private final SocketFactory sockets;
    private volatile @Nullable Socket last;

    AbortableSockets(SocketFactory sockets) {
        this.sockets = sockets;
    }

    /** Ends the connection, whatever state it is in. */
    void abort() {
        Socket socket = last;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException closedAlready) {
                // That is what was wanted.
            }
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = sockets.createSocket();
        last = socket;
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int localPort) {
        throw new UnsupportedOperationException();
    }
}
