package org.casus.ogc.cql2;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operators of CQL2. */
enum Operator {

    AND("and", Form.LOGICAL, 2, Integer.MAX_VALUE),
    OR("or", Form.LOGICAL, 2, Integer.MAX_VALUE),
    NOT("not", Form.LOGICAL, 1, 1),
    EQUAL("=", Form.COMPARISON, 2, 2),
    UNEQUAL("<>", Form.COMPARISON, 2, 2),
    LESS("<", Form.COMPARISON, 2, 2),
    GREATER(">", Form.COMPARISON, 2, 2),
    AT_MOST("<=", Form.COMPARISON, 2, 2),
    AT_LEAST(">=", Form.COMPARISON, 2, 2),
    LIKE("like", Form.COMPARISON, 2, 2),
    BETWEEN("between", Form.COMPARISON, 3, 3),
    IN("in", Form.COMPARISON, 2, 2),
    IS_NULL("isNull", Form.COMPARISON, 1, 1),
    CASEI("casei", Form.TEXT, 1, 1),
    ACCENTI("accenti", Form.TEXT, 1, 1),
    S_CONTAINS(Form.SPATIAL), S_CROSSES(Form.SPATIAL), S_DISJOINT(Form.SPATIAL), S_EQUALS(Form.SPATIAL),
    S_INTERSECTS(Form.SPATIAL), S_OVERLAPS(Form.SPATIAL), S_TOUCHES(Form.SPATIAL), S_WITHIN(Form.SPATIAL),
    T_AFTER(Form.TEMPORAL), T_BEFORE(Form.TEMPORAL), T_CONTAINS(Form.TEMPORAL), T_DISJOINT(Form.TEMPORAL),
    T_DURING(Form.TEMPORAL), T_EQUALS(Form.TEMPORAL), T_FINISHEDBY(Form.TEMPORAL), T_FINISHES(Form.TEMPORAL),
    T_INTERSECTS(Form.TEMPORAL), T_MEETS(Form.TEMPORAL), T_METBY(Form.TEMPORAL), T_OVERLAPPEDBY(Form.TEMPORAL),
    T_OVERLAPS(Form.TEMPORAL), T_STARTEDBY(Form.TEMPORAL), T_STARTS(Form.TEMPORAL);

    /** The form of an operator: the types of its operands and of its result. */
    enum Form {
        LOGICAL, COMPARISON, TEXT, SPATIAL, TEMPORAL
    }

    private final String word;
    private final Form form;
    private final int least;
    private final int most;

    Operator(Form form) {
        this.word = name().toLowerCase(Locale.ROOT);
        this.form = form;
        this.least = 2;
        this.most = 2;
    }

    Operator(String word, Form form, int least, int most) {
        this.word = word;
        this.form = form;
        this.least = least;
        this.most = most;
    }

    /** Returns the name of the operator in CQL2 JSON. */
    String word() {
        return word;
    }

    Form form() {
        return form;
    }

    /** Returns whether the operator accepts the given number of operands. */
    boolean takes(int operands) {
        return least <= operands && operands <= most;
    }

    /** Returns the number of operands as text, for messages. */
    String arity() {
        return least == most ? "exactly " + least : least + " or more";
    }

    /** Returns the operator with the given name in JSON. Case is ignored, because the examples of the standard are inconsistent. */
    static Optional<Operator> ofWord(String word) {
        return Arrays.stream(values()).filter(operator -> operator.word.equalsIgnoreCase(word)).findFirst();
    }

    /** Returns the operator with the given name if CQL2 text writes it as a function. */
    static Optional<Operator> function(String name) {
        return ofWord(name).filter(operator -> operator.form == Form.TEXT || operator.form == Form.SPATIAL
                || operator.form == Form.TEMPORAL);
    }
}
