package dev.lodge.customers.page;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import dev.lodge.web.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new customer, or of one that there is.
 *
 * @param id null for a new one
 * @param name of the customer as stored, for the heading; null for a new one
 * @param stale whether somebody else changed the customer since the form was shown
 * @param organizations names to suggest
 */
public record CustomerFormPage(
        @Nullable Long id,
        @Nullable String name,
        CustomerForm form,
        FieldErrors errors,
        boolean stale,
        List<String> organizations) {

    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "he", "hi", "hu", "it", "ja", "ko", "lt",
            "lv", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "vi", "zh");

    /** Languages by name, the stored one among them; only while the page is rendered. */
    public List<Choice> languages() {
        var tags = new ArrayList<>(LANGUAGES);
        if (CustomerForm.typed(form.language()) != null && !tags.contains(form.language())) {
            tags.add(form.language());
        }
        var choices = new ArrayList<>(tags.stream()
                .map(tag -> new Choice(tag, languageName(tag)))
                .sorted((one, other) -> one.label().compareToIgnoreCase(other.label()))
                .toList());
        choices.addFirst(new Choice("", Text.text("customerpages.unknown")));
        return choices;
    }

    /** Time zones, the stored one among them; only while the page is rendered. */
    public List<Choice> zones() {
        var choices = new ArrayList<>(Zones.orNone(Text.text("customerpages.unknown")));
        var stored = CustomerForm.typed(form.timeZone());
        if (stored != null
                && choices.stream().noneMatch(choice -> choice.value().equals(stored))) {
            choices.add(new Choice(stored, stored));
        }
        return choices;
    }

    /** A language in the reader's own; only while a page is rendered. */
    public static String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Text.locale());
    }
}
