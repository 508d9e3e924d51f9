package dev.godwit.cli.command;

import dev.godwit.cli.config.ConfigurationReader.FileUse;
import dev.godwit.cli.config.Keys;
import dev.godwit.cli.demo.Demo;
import dev.godwit.cli.demo.DemoProduct;
import dev.godwit.cli.output.Outcome;
import java.util.List;
import java.util.function.Consumer;

/** Shows a run on a database of its own. */
final class DemoCommand implements Command {
    @Override
    public CommandInfo info() {
        return new CommandInfo(
                "demo",
                "Watch migrations run beside a live application, on a database of its own",
                "Starts a throw-away database, loads a small shop, lets an application read and write, changes the"
                        + " schema meanwhile, takes a change back, tells how long the application had to wait, and removes everything."
                        + " On PostgreSQL the change is made twice, as it is written and by Godwit, and a chart of both is left in"
                        + " godwit-demo.svg. It touches no other database. The binaries of servers are fetched by Maven the first time;"
                        + " SQLite needs none.",
                Keys.concat(List.of(Keys.ENGINE), Keys.COMMON),
                List.of("godwit demo", "godwit demo --engine sqlite"));
    }

    @Override
    public FileUse fileUse() {
        return FileUse.IGNORED;
    }

    @Override
    public Outcome run(Invocation invocation) {
        DemoProduct product = DemoProduct.named(invocation.find(Keys.ENGINE).orElse("postgres"));
        Consumer<String> narrator = switch (invocation.configuration().get(Keys.OUTPUT)) {
            case TEXT -> invocation.terminal()::println;
            case JSON, SARIF, GITHUB, GITLAB, JUNIT -> invocation.terminal()::printlnError;
        };
        return new Demo(product, invocation.listener(), narrator, invocation.stop()).run();
    }
}
