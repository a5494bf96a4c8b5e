package dev.lodge.web.api;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A string holds NUL or half of a surrogate pair. */
public final class UncleanText extends MismatchedInputException {

    private static final long serialVersionUID = 1;

    UncleanText(JsonParser parser) {
        super(parser, "NUL or lone surrogate", String.class);
    }
}
