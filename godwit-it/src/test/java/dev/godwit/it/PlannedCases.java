package dev.godwit.it;

import java.util.LinkedHashMap;
import java.util.Map;

/** Changes of {@code orders} and {@code customers} that would make the application wait if they were run as written. */
final class PlannedCases {
    private PlannedCases() {}

    static Map<String, String> all() {
        Map<String, String> cases = new LinkedHashMap<>();
        cases.put("SET NOT NULL", "ALTER TABLE orders ALTER COLUMN status SET NOT NULL;\n");
        cases.put("foreign key and check", """
                ALTER TABLE orders ADD CONSTRAINT orders_customer_fk FOREIGN KEY (customer) REFERENCES customers (id);
                ALTER TABLE orders ADD CHECK (total >= 0), ADD COLUMN note text;
                """);
        cases.put("a key becomes bigint", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;\n");
        return cases;
    }
}
