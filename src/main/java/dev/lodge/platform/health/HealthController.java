package dev.lodge.platform.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lodge.accounts.Anyone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Liveness and readiness, for machines that know no host name. */
@RestController
class HealthController {

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    /** @param reasons why Lodge is not ready, in sentences without addresses or names; absent when it is */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Health(String status, @Nullable List<String> reasons) {}

    /** The process answers; whether it can work is not said here, since a restart would not help the database. */
    @GetMapping({"/healthz", "/healthz/"})
    @Anyone(because = "A supervisor asks whether the process lives, and learns nothing else")
    ResponseEntity<Health> live() {
        return answer(HttpStatus.OK, new Health("alive", null));
    }

    @GetMapping({"/readyz", "/readyz/"})
    @Anyone(because = "A load balancer asks whether to send requests here, and learns nothing of any tenant")
    ResponseEntity<Health> ready() {
        List<String> reasons = readiness.obstacles();
        return reasons.isEmpty()
                ? answer(HttpStatus.OK, new Health("ready", null))
                : answer(HttpStatus.SERVICE_UNAVAILABLE, new Health("unavailable", reasons));
    }

    private static ResponseEntity<Health> answer(HttpStatus status, Health health) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(health);
    }
}
