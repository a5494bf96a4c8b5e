package dev.lodge.attachments;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AttachmentSettings.class)
class AttachmentsConfiguration {

    @Bean
    BlobStore blobStore(AttachmentSettings settings) {
        return new DiskBlobs(settings.blobs());
    }
}
