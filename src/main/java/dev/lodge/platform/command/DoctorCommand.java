package dev.lodge.platform.command;

import dev.lodge.platform.doctor.Doctor;
import dev.lodge.platform.doctor.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description = {
            "Look at the database, its roles, the clock, the disk, the data directory and tenants' files, and explain.",
            "Ends with status 1 when something has to be mended."
        })
final class DoctorCommand extends Action {

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--files", description = "Read all that is in files, too, and compare its checksums.")
    private boolean files;

    DoctorCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        List<Finding> findings = bean(Doctor.class).examine(files);
        if (json) {
            sayJson(findings.stream().map(DoctorCommand::document).toList());
        } else {
            findings.forEach(this::tell);
        }
        long bad = findings.stream()
                .filter(finding -> finding.level() == Finding.Level.BAD)
                .count();
        if (bad == 0) {
            return ExitCode.OK;
        }
        err().println(bad == 1 ? "One thing has to be mended." : bad + " things have to be mended.");
        return ExitCode.SOFTWARE;
    }

    private void tell(Finding finding) {
        say("%-6s  %-12s  %s", mark(finding.level()), finding.topic(), finding.sentence());
        if (!finding.remedy().isEmpty()) {
            say("%-6s  %-12s  %s", "", "", finding.remedy());
        }
    }

    private static String mark(Finding.Level level) {
        return switch (level) {
            case GOOD -> "ok";
            case NOTE -> "note";
            case BAD -> "mend";
        };
    }

    private static Map<String, String> document(Finding finding) {
        var document = new LinkedHashMap<String, String>();
        document.put("level", finding.level().code());
        document.put("topic", finding.topic());
        document.put("finding", finding.sentence());
        document.put("remedy", finding.remedy());
        return document;
    }
}
