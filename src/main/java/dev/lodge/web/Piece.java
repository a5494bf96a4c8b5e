package dev.lodge.web;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * A template with what it shows, as a part of another module's page, which need not know of either.
 *
 * @param template below {@code src/main/jte} without its ending; it has one parameter, of the model's type
 */
public record Piece(String template, Object model) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        Templates.render(template, model, output);
    }
}
