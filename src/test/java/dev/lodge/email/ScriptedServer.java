package dev.lodge.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers recipients as it is told to, on a free port of this machine. */
final class ScriptedServer implements AutoCloseable {

    /** What it was told, line by line, without the mails themselves. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private final ServerSocket server;
    private volatile String answer = "250 Fine";

    ScriptedServer() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it says to each recipient from now on, for example {@code 451 Later}. */
    void answers(String line) {
        answer = line;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket caller = server.accept()) {
                talk(caller);
            } catch (IOException gone) {
                // The next caller, if there is one.
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = caller.getOutputStream();
        say(out, "220 scripted");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (line.startsWith("RCPT")) {
                say(out, answer);
            } else if (line.equals("DATA")) {
                say(out, "354 Go on");
                while (!".".equals(in.readLine())) {
                    // The mail itself.
                }
                say(out, "250 Taken");
            } else if (line.equals("QUIT")) {
                say(out, "221 Bye");
                return;
            } else {
                say(out, "250 Fine");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
