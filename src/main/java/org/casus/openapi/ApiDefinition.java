package org.casus.openapi;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

/** The description of the service as a whole in the OpenAPI document. */
@OpenAPIDefinition(
        info = @Info(
                title = "Casus",
                version = "0.1.0",
                description = """
                        Structured geopolitical events: who did what to whom, where and when, who says so, and what the \
                        record said on any earlier day.

                        Every read takes `asOf`: a revision number, an instant or a day. Every list tells the revision that \
                        it shows, and its `permalink` gives the same answer for ever. Reading needs no key unless the \
                        operator has closed it; writing needs one, and so does reading about imports.""",
                contact = @Contact(name = "The Casus project", url = "https://casus.example.org"),
                license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        servers = @Server(url = "/", description = "This service"))
@SecurityScheme(securitySchemeName = "key", type = SecuritySchemeType.HTTP, scheme = "bearer",
        description = "A key: Authorization: Bearer casus_…")
@SecurityScheme(securitySchemeName = "basic", type = SecuritySchemeType.HTTP, scheme = "basic",
        description = "For reading alone, and for clients that can send nothing else: the key as the password, with any user name")
public class ApiDefinition extends Application {
}
