package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.problem.FileRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 | PDF",
                "GIF89a | GIF",
                "RIFF....WEBPVP8  | WEBP",
                "RIFF....WAVEfmt  | WAV",
                "....ftypisom | MP4",
                "....ftypheic | HEIC",
                "PK\u0003\u0004. | ZIP",
                "MZ\u0090\u0000\u0003. | WINDOWS_PROGRAM",
                "\u007fELF | LINUX_PROGRAM",
                "#!/bin/sh | SCRIPT",
                "MZ is two letters | TEXT",
                "Hello | TEXT",
                "a\u0000b | OTHER"
            })
    void aFileIsWhatItsBytesSay(String content, FileKind kind) {
        assertThat(FileKind.of(content.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><script>alert(1)</script>",
                "<!DOCTYPE html>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<?xml version='1.0'?><svg/>",
                "\ufeff<html>",
                "alert(1)",
                "MIME-Version: 1.0"
            })
    void whatABrowserWouldExecuteIsPlainText(String content) {
        assertThat(FileKind.of(content.getBytes(StandardCharsets.UTF_8)).mediaType("html"))
                .isEqualTo("text/plain");
    }

    @ParameterizedTest
    @EnumSource
    void noKindHasATypeThatRuns(FileKind kind) {
        assertThat(kind.mediaType("html")).doesNotContain("html", "xml", "script", "svg", "shockwave");
    }

    @ParameterizedTest
    @CsvSource({"setup.exe, TEXT", "holiday.jpg, WINDOWS_PROGRAM", "run, SCRIPT", "invoice.pdf.JS, TEXT", "a.jar, ZIP"})
    void programsAreRefusedByNameAndByBytes(String name, FileKind kind) {
        var rules = new FileRules(1, null, List.of(), null, 0, 1);

        assertThatThrownBy(() -> rules.check(FileName.of(name), kind)).isInstanceOf(FileRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, PDF, true", "a.jpeg, JPEG, true", "photo, JPEG, true", "a.pdf, PNG, false", "a.txt, TEXT, false"
    })
    void whereOnlySomeTypesAreTakenNameAndBytesFitThem(String name, FileKind kind, boolean taken) {
        var rules = new FileRules(1, null, List.of("pdf", "jpg"), List.of(), 0, 1);

        if (taken) {
            assertThatCode(() -> rules.check(FileName.of(name), kind)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> rules.check(FileName.of(name), kind)).isInstanceOf(FileRefused.class);
        }
    }
}
