package dev.lodge.apidocs;

import dev.lodge.accounts.Anyone;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.Locale;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.context.annotation.PropertySource;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/schema}, and the same as YAML at {@code /api/schema.yaml}. The handlers and the settings are springdoc's. */
@RestController
@PropertySource("classpath:dev/lodge/apidocs/springdoc.properties")
@Anyone(because = "the description holds nothing of any tenant, and programs read it before they have a token")
class SchemaController extends OpenApiWebMvcResource {

    SchemaController(
            ObjectFactory<OpenAPIService> descriptions,
            AbstractRequestService requests,
            GenericResponseService responses,
            OperationService operations,
            SpringDocConfigProperties settings,
            SpringDocProviders providers,
            SpringDocCustomizers customizers) {
        super(descriptions, requests, responses, operations, settings, providers, customizers);
    }

    /** One description for everybody: made anew for each language asked for, it would grow with whatever clients send. */
    @Override
    protected OpenAPI getOpenApi(String serverBaseUrl, Locale locale) {
        return super.getOpenApi(serverBaseUrl, Locale.ENGLISH);
    }
}
