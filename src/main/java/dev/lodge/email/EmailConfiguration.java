package dev.lodge.email;

import dev.lodge.outside.Resolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailServerSettings.class)
class EmailConfiguration {

    @Bean
    Resolver resolver() {
        return Resolver.system();
    }
}
