package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "order.pdf | order.pdf",
                "Größe und Länge.xlsx | Größe und Länge.xlsx",
                "../../etc/passwd | passwd",
                "C:\\Users\\hannah\\pole.jpg | pole.jpg",
                "\"\" | file",
                "... | file",
                ".htaccess | htaccess",
                "report.pdf. . | report.pdf",
                "two   words.txt | two words.txt"
            })
    void itIsShownAsItWasCalledWithoutAPath(String sent, String shown) {
        assertThat(FileName.of(sent).text()).isEqualTo(shown);
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(FileName.of("invoice\u202Efdp.exe").text()).isEqualTo("invoicefdp.exe");
        assertThat(FileName.of("a\u200Bb\u2066c\uFEFF.txt").text()).isEqualTo("abc.txt");
        assertThat(FileName.of("a\r\nSet-Cookie: x.txt").text()).isEqualTo("aSet-Cookie: x.txt");
        assertThat(FileName.of("nul\0.txt").text()).isEqualTo("nul.txt");
        assertThat(FileName.of("half\uD83D.txt").text()).isEqualTo("half.txt");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        var name = FileName.of("x".repeat(300) + ".pdf");

        assertThat(name.text()).hasSize(FileName.LONGEST).endsWith("x.pdf");
        assertThat(FileName.of("\uD83D\uDE00".repeat(200)).text().length()).isLessThanOrEqualTo(FileName.LONGEST);
    }

    @Test
    void theHeaderCarriesTheWholeNameAndOneForEveryProgram() {
        assertThat(FileName.of("Größe \"1\".pdf").disposition(false))
                .isEqualTo(
                        "attachment; filename=\"Gr__e _1_.pdf\";" + " filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%221%22.pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100% sure; really.pdf | 100-sure-really.pdf",
                "thumbnail | file",
                "!!! | file",
                "größe.pdf | gr%C3%B6%C3%9Fe.pdf"
            })
    void inAnAddressOnlyWhatNoProxyTakesAmissIsLeft(String name, String segment) {
        assertThat(FileName.of(name).inPath()).isEqualTo(segment);
    }

    @ParameterizedTest
    @CsvSource({"a.PDF, pdf", "a.tar.gz, gz", "invoice.pdf.exe, exe", "a, ''", "a.b c, ''"})
    void theEndingIsWhatStandsBehindTheLastDot(String name, String ending) {
        assertThat(FileName.of(name).ending()).isEqualTo(ending);
    }
}
