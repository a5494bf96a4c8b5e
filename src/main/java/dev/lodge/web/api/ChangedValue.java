package dev.lodge.web.api;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets constraints stand on the value inside a {@link Change}; one that is absent is not looked at. */
public final class ChangedValue implements ValueExtractor<Change<@ExtractedValue ?>> {

    @Override
    public void extractValues(Change<?> change, ValueReceiver receiver) {
        if (change.isPresent()) {
            receiver.value(null, change.value());
        }
    }
}
