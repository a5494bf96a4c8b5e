package dev.lodge.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An answer of the usual size leaves in one piece; each piece more is a system call here and another at the reader's. */
@Configuration(proxyBeanMethods = false)
class WholeAnswers {

    /** Holds a list of 25 tickets as JSON. Each open connection has a buffer of this size. */
    private static final int BYTES = 24 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wholeAnswersBuffer() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", Integer.toString(BYTES)));
    }
}
