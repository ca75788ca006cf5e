package org.casus.render;

import org.casus.readmodel.Template;

/** A source of the JSON of items: complete, or with selected members only. */
@FunctionalInterface
interface ItemSource {

    void append(Template template, OutputBuffer out);
}
