package dev.lodge.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The templates, compiled with the classes. */
final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Templates() {}

    /** @param model of a map, each entry is a parameter */
    @SuppressWarnings("unchecked")
    static void render(String template, @Nullable Object model, TemplateOutput output) {
        if (model instanceof Map<?, ?> parameters) {
            ENGINE.render(template + ".jte", (Map<String, Object>) parameters, output);
        } else {
            ENGINE.render(template + ".jte", model, output);
        }
    }
}
