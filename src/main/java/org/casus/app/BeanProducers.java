package org.casus.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.casus.render.TemplateWriter;

/** Produces beans of classes that have no CDI annotations: the clock and the writer of templates. */
class BeanProducers {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    TemplateWriter templates() {
        return new TemplateWriter();
    }
}
