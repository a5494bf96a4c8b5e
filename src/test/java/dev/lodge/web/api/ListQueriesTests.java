package dev.lodge.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

class ListQueriesTests {

    @Test
    void anEmptyQueryIsTheFirstPageInTheDefaultOrder() {
        var asked = read("");
        assertThat(asked.page()).isEqualTo(1);
        assertThat(asked.size()).isEqualTo(25);
        assertThat(asked.ordering()).isEqualTo("-created_at");
        assertThat(asked.descending()).isTrue();
        assertThat(asked.orderedBy()).isEqualTo("created_at");
    }

    @Test
    void linksKeepFiltersAndMoveThePage() {
        var listing = read("page=2&page_size=10&status=open").listing(25, List.of("row"));
        assertThat(listing.next())
                .isEqualTo(URI.create("http://acme.localhost/api/tickets/?page_size=10&status=open&page=3"));
        assertThat(listing.previous())
                .isEqualTo(URI.create("http://acme.localhost/api/tickets/?page_size=10&status=open&page=1"));
        assertThat(read("page=3&page_size=10").listing(25, List.of()).next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=1e3, page",
        "page=99999999999999999999, page",
        "page=, page",
        "page_size=0, page_size",
        "page_size=101, page_size",
        "page=101&page_size=100, page",
        "ordering=subject, ordering",
        "ordering=--id, ordering",
        "status=open&status=new, status",
        "status=, status",
        "tenant=globex, tenant",
        "status__in=open, status__in"
    })
    void whatIsNotUnderstoodIsNamed(String query, String field) {
        var refused = catchThrowableOfType(Invalid.class, () -> read(query));
        assertThat(refused.errors().entries())
                .extracting(FieldErrors.Entry::field)
                .contains(field);
    }

    private static ListQuery read(String query) {
        var request = new MockHttpServletRequest("GET", "/api/tickets/");
        request.setServerName("acme.localhost");
        request.setQueryString(query.isEmpty() ? null : query);
        UriComponentsBuilder.fromUriString("?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) ->
                        values.forEach(value -> request.addParameter(name, value == null ? "" : value)));
        return ListQueries.read(request, new String[] {"status", "tag"}, new String[] {"-created_at", "id"}, true);
    }
}
