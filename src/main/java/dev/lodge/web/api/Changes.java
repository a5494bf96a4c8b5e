package dev.lodge.web.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads {@link Change}: a member that is missing is absent, a member that is null is set to null. */
final class Changes extends StdDeserializer<Change<?>> {

    private static final long serialVersionUID = 1;

    private final transient @Nullable ValueDeserializer<Object> inner;

    Changes() {
        this(null);
    }

    private Changes(@Nullable ValueDeserializer<Object> inner) {
        super(Change.class);
        this.inner = inner;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        JavaType content = type.containedTypeOrUnknown(0);
        return new Changes(context.findContextualValueDeserializer(content, property));
    }

    @Override
    public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
        if (inner == null) {
            throw new IllegalStateException("Asked to read before the type was known");
        }
        return Change.to(inner.deserialize(parser, context));
    }

    @Override
    public Object getNullValue(DeserializationContext context) {
        return Change.to(null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return Change.absent();
    }
}
