package dev.lodge.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    private final Secrets secrets = new Secrets(() -> "one secret of this deployment, long enough");

    @Test
    void whatWasEncryptedIsReadAgainAndNeverLooksTheSame() throws SecretUnreadable {
        byte[] sealed = secrets.seal("mail of 1", "hunter2");

        assertThat(secrets.open("mail of 1", sealed)).isEqualTo("hunter2");
        assertThat(sealed).isNotEqualTo(secrets.seal("mail of 1", "hunter2"));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("hunter2");
    }

    @Test
    void itIsReadForItsOwnPurposeAndUnderItsOwnSecretOnly() {
        byte[] sealed = secrets.seal("mail of 1", "hunter2");

        assertThatThrownBy(() -> secrets.open("mail of 2", sealed)).isInstanceOf(SecretUnreadable.class);
        assertThatThrownBy(() -> new Secrets(() -> "another secret of this deployment, long").open("mail of 1", sealed))
                .isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void whatWasChangedIsNotRead() {
        byte[] sealed = secrets.seal("mail of 1", "hunter2");
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> secrets.open("mail of 1", changed)).isInstanceOf(SecretUnreadable.class);
        }
        assertThatThrownBy(() -> secrets.open("mail of 1", new byte[0])).isInstanceOf(SecretUnreadable.class);
    }

    @Test
    void aSecretIsMadeOnceAndForItsOwnerAlone(@TempDir Path directory) throws Exception {
        var settings = new SecretSettings(null, directory);
        byte[] sealed = new Secrets(settings, "").seal("p", "hunter2");

        assertThat(new Secrets(settings, "").open("p", sealed)).isEqualTo("hunter2");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secret"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aSharedDatabaseNeedsASecretThatSomebodyGave(@TempDir Path directory) {
        var secretless = new Secrets(new SecretSettings(null, directory), "jdbc:postgresql://db/lodge");

        assertThatThrownBy(() -> secretless.seal("p", "hunter2")).isInstanceOf(SecretMissing.class);
        assertThat(directory).isEmptyDirectory();
        assertThatThrownBy(() -> new SecretSettings("too short", directory)).hasMessageContaining("LODGE_SECRET");
        assertThat(new SecretSettings("a secret of thirty-two characters", directory).toString())
                .doesNotContain("thirty");
    }
}
