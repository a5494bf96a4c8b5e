package dev.lodge;

import dev.lodge.database.FragileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Gives a context a {@link FragileServer} of its own, which ends with it. */
public final class OnFragileServer implements ApplicationContextInitializer<GenericApplicationContext> {

    private static final String NAME = "fragileServer";

    @Override
    public void initialize(GenericApplicationContext context) {
        FragileServer server = started();
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        beans.registerSingleton(NAME, server);
        // What is registered first is destroyed last, when nobody is connected any more.
        beans.registerDisposableBean(NAME, server::close);
        TestPropertyValues.of(OnTestDatabase.settings(server.address())).applyTo(context);
    }

    private static FragileServer started() {
        try {
            return FragileServer.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
