package dev.lodge.platform.command;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens at the start.
 *
 * @param demo whether the first start on Lodge's own empty database creates the demo tenants, whose passwords are published
 */
@ConfigurationProperties("lodge")
record StartSettings(@DefaultValue("true") boolean demo) {}
