package dev.lodge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: one process that serves every tenant. */
@SpringBootApplication
public class Lodge {

    public static void main(String[] args) {
        SpringApplication.run(Lodge.class, args);
    }
}
