package dev.lodge.web.fault;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;

/** One line with the status and its name: no server, no version, no trace. Tomcat makes it by its class name. */
public final class PlainErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = HttpStatus.resolve(response.getStatus());
        try {
            response.setContentType("text/plain;charset=utf-8");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(response.getStatus() + (status == null ? "" : " " + status.getReasonPhrase()) + "\n");
                response.finishResponse();
            }
        } catch (IOException gone) {
            // Nobody is left to read it.
        }
    }
}
