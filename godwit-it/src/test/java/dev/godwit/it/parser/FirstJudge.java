package dev.godwit.it.parser;

import java.util.List;

/** Asks judges in turn until one reads the statement. */
record FirstJudge(List<Judge> judges) implements Judge {
    FirstJudge {
        judges = List.copyOf(judges);
    }

    @Override
    public Verdict judge(String sql) {
        Verdict first = judges.getFirst().judge(sql);
        if (first instanceof Verdict.Refused && judges.size() > 1) {
            Verdict next = new FirstJudge(judges.subList(1, judges.size())).judge(sql);
            return next instanceof Verdict.Refused ? first : next;
        }
        return first;
    }
}
