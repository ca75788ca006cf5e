package org.casus.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.casus.render.TemplateWriter;

/** Produces the beans that plain classes need: clocks and configuration of the outside. */
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
