package dev.lodge.branding.domains;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** A name server on this machine that answers every question in one way, by datagram and, if it is told how, by connection (RFC 1035, 4.2). */
final class NameServer implements AutoCloseable {

    private final DatagramSocket datagrams;
    private final @Nullable ServerSocket connections;
    private final AtomicInteger asked = new AtomicInteger();

    private NameServer(Answer byDatagram, @Nullable Answer byConnection) throws IOException {
        datagrams = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        connections = byConnection == null
                ? null
                : new ServerSocket(datagrams.getLocalPort(), 5, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> serve(byDatagram));
        if (connections != null && byConnection != null) {
            ServerSocket open = connections;
            Thread.ofVirtual().start(() -> serve(open, byConnection));
        }
    }

    /** What becomes of a question; null for silence. */
    @FunctionalInterface
    interface Answer {
        @Nullable
        Message to(Message question);
    }

    static NameServer that(Answer byDatagram) throws IOException {
        return new NameServer(byDatagram, null);
    }

    static NameServer that(Answer byDatagram, Answer byConnection) throws IOException {
        return new NameServer(byDatagram, byConnection);
    }

    /** One record for each list of strings. */
    static Answer texts(String[]... records) {
        return question -> answered(question, answer -> {
            for (String[] strings : records) {
                answer.addRecord(new TXTRecord(asked(question), DClass.IN, 60, List.of(strings)), Section.ANSWER);
            }
            return answer;
        });
    }

    static Answer code(int rcode) {
        return question -> answered(question, answer -> {
            answer.getHeader().setRcode(rcode);
            return answer;
        });
    }

    static Answer nothing() {
        return code(Rcode.NOERROR);
    }

    static Answer silence() {
        return question -> null;
    }

    static Answer cutOff() {
        return question -> answered(question, answer -> {
            answer.getHeader().setFlag(Flags.TC);
            return answer;
        });
    }

    private static Message answered(Message question, UnaryOperator<Message> content) {
        var answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question.getQuestion(), Section.QUESTION);
        return content.apply(answer);
    }

    private static Name asked(Message question) {
        Record asked = question.getQuestion();
        return asked.getName();
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), datagrams.getLocalPort());
    }

    int timesAsked() {
        return asked.get();
    }

    private void serve(Answer answer) {
        byte[] room = new byte[4_096];
        while (true) {
            try {
                var question = new DatagramPacket(room, room.length);
                datagrams.receive(question);
                asked.incrementAndGet();
                Message said = answer.to(new Message(Arrays.copyOf(room, question.getLength())));
                if (said != null) {
                    byte[] bytes = said.toWire();
                    datagrams.send(new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static void serve(ServerSocket open, Answer answer) {
        while (true) {
            try (var connection = open.accept();
                    var in = new DataInputStream(connection.getInputStream());
                    var out = new DataOutputStream(connection.getOutputStream())) {
                Message said = answer.to(new Message(in.readNBytes(in.readUnsignedShort())));
                if (said != null) {
                    byte[] bytes = said.toWire();
                    out.writeShort(bytes.length);
                    out.write(bytes);
                    out.flush();
                }
            } catch (SocketException closed) {
                return;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    @Override
    public void close() throws IOException {
        datagrams.close();
        if (connections != null) {
            connections.close();
        }
    }
}
