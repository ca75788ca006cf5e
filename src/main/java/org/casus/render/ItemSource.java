package org.casus.render;

import org.casus.readmodel.Template;

/** Where a format takes the JSON of an item from: as it is stored and filled in, or with some of its members only. */
@FunctionalInterface
interface ItemSource {

    void append(Template template, OutputBuffer out);
}
