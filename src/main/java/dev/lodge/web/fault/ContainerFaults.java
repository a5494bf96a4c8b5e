package dev.lodge.web.fault;

import dev.lodge.problem.Problem;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What filters refuse with a bare status, and what escapes them; the container forwards it here. */
@Controller
class ContainerFaults implements ErrorController {

    private final FaultAnswers answers;

    ContainerFaults(FaultAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (thrown instanceof Problem problem) {
            answers.answer(Faults.of(problem), request, response);
        } else if (thrown != null && (status == null || status >= 500)) {
            answers.answer(Fault.unforeseen(thrown), request, response);
        } else {
            // Without a status somebody opened this address by hand: there is nothing here.
            answers.answer(Faults.ofStatus(status == null ? 404 : status), request, response);
        }
    }
}
