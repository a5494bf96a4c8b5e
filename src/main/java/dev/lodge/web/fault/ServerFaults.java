package dev.lodge.web.fault;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Tomcat itself refuses before any of ours is asked: headers too large, addresses that are none. */
@Configuration(proxyBeanMethods = false)
class ServerFaults {

    /**
     * How much of a refused body is read and thrown away, so that its sender reads the answer instead of a broken
     * connection; beyond, the connection is closed.
     */
    private static final int SWALLOWED = 32 * 1024 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainServerFaults() {
        return factory -> {
            factory.addContextCustomizers(context ->
                    ((StandardHost) context.getParent()).setErrorReportValveClass(PlainErrors.class.getName()));
            factory.addConnectorCustomizers(
                    connector -> connector.setProperty("maxSwallowSize", Integer.toString(SWALLOWED)));
        };
    }
}
