package dev.godwit.it.parser;

import java.util.List;

/**
 * What a statement does, in words that every judge and Godwit's own tree can say: the least on which they must agree.
 *
 * @param verb CREATE, ALTER, DROP …, upper case
 * @param kind of object, upper case, as in MATERIALIZED VIEW; empty where the verb says it all
 * @param names of the objects as the product folds them, parts joined by dots; behind the name of a trigger, rule, policy or index its table
 * @param actions of an ALTER, or the columns and constraints of a CREATE TABLE
 */
record Judged(String verb, String kind, List<String> names, List<JudgedAction> actions) {
    Judged {
        names = List.copyOf(names);
        actions = List.copyOf(actions);
    }

    /**
     * One action.
     *
     * @param kind ADD COLUMN, SET NOT NULL …, upper case
     * @param column or constraint, trigger, partition that it is done to; empty where there is none or it has no name
     * @param type of the column in its canonical spelling, what sort of constraint it is, or the new name; empty where there is none
     */
    record JudgedAction(String kind, String column, String type) {}
}
