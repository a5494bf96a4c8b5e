package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskBlobsTests extends BlobStoreContract {

    @TempDir
    Path root;

    @Override
    BlobStore empty() {
        return new DiskBlobs(root);
    }

    @Override
    void damage(long tenantId, BlobKey key) throws IOException {
        Files.writeString(file(tenantId, key), "abd");
    }

    @Override
    long traces(long tenantId) throws IOException {
        var directory = root.resolve(Long.toString(tenantId));
        if (!Files.exists(directory)) {
            return 0;
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private Path file(long tenantId, BlobKey key) {
        return root.resolve(Long.toString(tenantId))
                .resolve(key.hex().substring(0, 2))
                .resolve(key.hex().substring(2, 4))
                .resolve(key.hex());
    }

    @Test
    void filesLieBelowTheirTenantsIdAndAreTheirOwnersAlone() throws IOException {
        try (var arriving = store.receive(ACME, new ByteArrayInputStream(new byte[] {1}), 1)) {
            arriving.keep();
            var file = file(ACME, arriving.key());

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "../../../../etc/passwd",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\n",
                "../816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void whatIsNoHashNamesNothing(String name) {
        assertThatThrownBy(() -> new BlobKey(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHashHas32Bytes() {
        assertThatThrownBy(() -> BlobKey.of(new byte[31])).isInstanceOf(IllegalArgumentException.class);
        assertThat(BlobKey.of(new byte[32]).bytes()).hasSize(32);
    }
}
