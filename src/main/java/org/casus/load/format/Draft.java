package org.casus.load.format;

import java.util.List;
import org.casus.event.EventInput;

/**
 * What a row says, in the words of the model.
 *
 * @param needs what the event refers to, each after what it needs itself
 * @param event with its id
 * @param objections rules that the row breaks and that do not keep it from being loaded
 */
public record Draft(List<Need> needs, EventInput event, List<Objection> objections) {
}
