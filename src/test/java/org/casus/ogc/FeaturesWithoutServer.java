package org.casus.ogc;

import org.casus.readmodel.ReadModel;
import org.casus.rest.QueryResolver;
import org.casus.rest.Responses;
import org.casus.rest.stream.BodyMemoryLimit;

/** The door for features over any read model, without the application. */
public final class FeaturesWithoutServer {

    private FeaturesWithoutServer() {
    }

    public static Features model(ReadModel model, QueryResolver resolver, Responses responses, BodyMemoryLimit memory) {
        return new Features(model, resolver, responses, new OgcResponses(), memory);
    }
}
