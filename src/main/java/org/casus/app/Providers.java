package org.casus.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.casus.render.TemplateWriter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What plain classes need of the outside. */
class Providers {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TemplateWriter templates(@ConfigProperty(name = "quarkus.http.root-path") String root) {
        return new TemplateWriter(root.replaceAll("/+$", ""));
    }
}
