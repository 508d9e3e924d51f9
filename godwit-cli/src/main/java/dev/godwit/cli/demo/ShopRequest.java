package dev.godwit.cli.demo;

import dev.godwit.core.db.Session;

/**
 * One thing that a customer of the shop does.
 *
 * @param order the order that it is about
 */
record ShopRequest(Kind kind, long order) {
    private static final int ORDERS = 200_000;
    private static final int CUSTOMERS = 20_000;
    private static final int PRODUCTS = 1_000;
    // A prime, so that the orders looked at are spread over the table.
    private static final int STRIDE = 7_919;

    private enum Kind {
        LOOK,
        BUY,
        PAY,
        MOVE
    }

    /** Returns the request of that number: half of them read, half write. */
    static ShopRequest of(long number) {
        Kind kind = switch ((int) (number % 6)) {
            case 0 -> Kind.BUY;
            case 1 -> Kind.PAY;
            case 2 -> Kind.MOVE;
            default -> Kind.LOOK;
        };
        return new ShopRequest(kind, 1 + number * STRIDE % ORDERS);
    }

    void send(Session session) {
        long customer = 1 + order % CUSTOMERS;
        switch (kind) {
            case LOOK ->
                session.query(
                        "SELECT orders.status, customers.name FROM orders"
                                + " JOIN customers ON customers.id = orders.customer_id WHERE orders.id = ?",
                        row -> row.getString(1),
                        order);
            case BUY ->
                session.update(
                        "INSERT INTO orders (customer_id, product_id, quantity, status) VALUES (?, ?, 1, 'new')",
                        customer,
                        1 + order % PRODUCTS);
            case PAY -> session.update("UPDATE orders SET status = 'paid' WHERE id = ?", order);
            case MOVE -> session.update("UPDATE customers SET country = 'NL' WHERE id = ?", customer);
        }
    }
}
