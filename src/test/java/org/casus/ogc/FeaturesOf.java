package org.casus.ogc;

import org.casus.readmodel.ReadModel;
import org.casus.rest.Answers;
import org.casus.rest.Questions;
import org.casus.rest.stream.Afloat;

/** The door for features over any read model, without the application. */
public final class FeaturesOf {

    private FeaturesOf() {
    }

    public static Features model(ReadModel model, Questions questions, Answers answers, Afloat afloat) {
        return new Features(model, questions, answers, new OgcAnswers(), afloat);
    }
}
