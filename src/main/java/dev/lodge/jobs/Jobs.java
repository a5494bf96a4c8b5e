package dev.lodge.jobs;

import java.time.Instant;
import org.springframework.stereotype.Component;

@Component
public class Jobs {

    public void wake(String work, Instant at) {}
}
