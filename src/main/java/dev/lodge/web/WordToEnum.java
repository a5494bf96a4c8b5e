package dev.lodge.web;

import java.util.Arrays;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Constants in addresses and forms are written as in the API: {@code on_hold}. */
class WordToEnum implements ConverterFactory<String, Enum> {

    @Override
    @SuppressWarnings("unchecked")
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return word -> (T) Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .filter(constant -> dev.lodge.web.api.Values.word(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such word"));
    }
}
