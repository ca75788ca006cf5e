package org.casus.ogc;

import org.casus.door.Afloat;
import org.casus.door.Answers;
import org.casus.door.Questions;
import org.casus.readmodel.ReadModel;

/** The door for features over any read model, without the application. */
public final class FeaturesOf {

    private FeaturesOf() {
    }

    public static Features model(ReadModel model, Questions questions, Answers answers, Afloat afloat) {
        return new Features(model, questions, answers, new OgcAnswers(), afloat);
    }
}
