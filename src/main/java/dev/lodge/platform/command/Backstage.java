package dev.lodge.platform.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The application behind a command: started when something of it is first needed, and closed when the command is done. */
final class Backstage implements AutoCloseable {

    private final @Nullable Class<?> application;
    private @Nullable ApplicationContext context;
    private boolean open = true;

    private Backstage(@Nullable Class<?> application, @Nullable ApplicationContext context) {
        this.application = application;
        this.context = context;
    }

    static Backstage of(Class<?> application) {
        return new Backstage(application, null);
    }

    /** One that runs already and is somebody else's to close. */
    static Backstage of(ApplicationContext running) {
        return new Backstage(null, running);
    }

    <T> T bean(Class<T> type) {
        if (context == null) {
            context = start();
        }
        return context.getBean(type);
    }

    /** Starts the web server, which outlives the command. */
    ConfigurableApplicationContext serve() {
        var serving = new SpringApplication(required());
        serving.setLogStartupInfo(false);
        var started = serving.run();
        context = started;
        open = false;
        return started;
    }

    Sentences sentences() {
        return new Sentences(context);
    }

    private ConfigurableApplicationContext start() {
        var quiet = new SpringApplication(required());
        quiet.setWebApplicationType(WebApplicationType.NONE);
        quiet.setLogStartupInfo(false);
        return quiet.run(arguments().toArray(String[]::new));
    }

    /** What a command needs not, it does not wait for; what it has to say it says itself, unless a log is asked for. */
    private static List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--spring.main.lazy-initialization=true",
                "--spring.main.keep-alive=false",
                "--lodge.database.pools=1",
                "--lodge.database.pool-size=2"));
        if (System.getenv("LODGE_LOG_LEVEL") == null) {
            arguments.addAll(List.of("--logging.level.root=off", "--logging.level.dev.lodge=off"));
        }
        return arguments;
    }

    private Class<?> required() {
        if (application == null) {
            throw new IllegalStateException("Nothing can be started here.");
        }
        return application;
    }

    @Override
    public void close() {
        if (open && application != null && context instanceof ConfigurableApplicationContext started) {
            started.close();
        }
    }
}
