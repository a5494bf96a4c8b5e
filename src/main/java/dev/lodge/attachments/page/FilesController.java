package dev.lodge.attachments.page;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.attachments.FileRuleBook;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What files may be brought, and how much of them. */
@Controller
@RequestMapping("/settings/files")
@Requires(Permission.FILE_MANAGE)
class FilesController {

    private final FileRuleBook rules;

    FilesController(FileRuleBook rules) {
        this.rules = rules;
    }

    @GetMapping
    Html show() {
        return page(FilesForm.of(rules.current()), FieldErrors.none(), false);
    }

    @PostMapping
    Html save(FilesForm form) {
        try {
            rules.replace(
                    form.largestNumber(),
                    form.limitNumber(),
                    form.allowedEndings(),
                    form.forbiddenEndings(),
                    form.seenVersion());
        } catch (Invalid invalid) {
            return page(form, invalid.errors(), false).invalid();
        } catch (StaleVersion stale) {
            return page(form.onVersion(rules.current().version()), FieldErrors.none(), true)
                    .status(stale.status());
        }
        return Html.redirect("/settings/files").toast("attachments.page.saved");
    }

    private Html page(FilesForm form, FieldErrors errors, boolean stale) {
        return Html.page(
                "attachments/page", new FilesPage(rules.current(), rules.largestPossible(), form, errors, stale));
    }
}
