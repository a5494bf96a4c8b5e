package dev.lodge.web.api;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** Constants are written in lower case, {@code on_hold}, without an annotation on each enumeration. */
final class EnumsAsWords extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] constants, String[] names) {
        var words = super.findEnumValues(config, type, constants, names);
        for (int i = 0; i < constants.length; i++) {
            if (words[i] == null) {
                words[i] = Values.word(constants[i]);
            }
        }
        return words;
    }
}
