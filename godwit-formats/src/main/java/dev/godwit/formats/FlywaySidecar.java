package dev.godwit.formats;

import dev.godwit.core.migration.FolderListing;
import dev.godwit.core.migration.InvalidMigrationException;
import dev.godwit.core.migration.Migration.TransactionMode;
import dev.godwit.sql.SqlSource;
import java.util.Locale;

/** The {@code .conf} file beside a migration. */
record FlywaySidecar(TransactionMode mode, boolean replacesPlaceholders) {
    static final FlywaySidecar NONE = new FlywaySidecar(TransactionMode.AUTOMATIC, true);

    /**
     * Reads one.
     *
     * @throws InvalidMigrationException if it asks for something that Godwit does not do
     */
    static FlywaySidecar read(FolderListing listing, String file) {
        SqlSource source = listing.read(file);
        FlywaySidecar sidecar = NONE;
        int number = 0;
        for (String line : source.text(source.whole()).replace("\uFEFF", "").split("\\R", -1)) {
            number++;
            String setting = line.strip();
            if (!setting.isEmpty() && !setting.startsWith("#")) {
                int equals = setting.indexOf('=');
                String key = equals < 0 ? setting : setting.substring(0, equals).strip();
                String value = equals < 0 ? "" : setting.substring(equals + 1).strip();
                sidecar = sidecar.with(key, value.toLowerCase(Locale.ROOT), number);
            }
        }
        return sidecar;
    }

    private FlywaySidecar with(String key, String value, int line) {
        return switch (key) {
            case "executeInTransaction" ->
                new FlywaySidecar(
                        isTrue(key, value, line) ? TransactionMode.AUTOMATIC : TransactionMode.NONE,
                        replacesPlaceholders);
            case "placeholderReplacement" -> new FlywaySidecar(mode, isTrue(key, value, line));
            case "encoding" -> {
                if (!value.equals("utf-8") && !value.equals("utf8")) {
                    throw wrong(line, "encoding \"" + value + "\" is not read. Save the file as UTF-8");
                }
                yield this;
            }
            case "shouldExecute" -> {
                if (!isTrue(key, value, line)) {
                    throw wrong(line, "Godwit runs every migration. Move the file out of the folder");
                }
                yield this;
            }
            default -> throw wrong(line, "setting \"" + key + "\" is not known. Remove it");
        };
    }

    private static boolean isTrue(String key, String value, int line) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(line, "setting \"" + key + "\" is \"" + value + "\". Write true or false");
        };
    }

    private static InvalidMigrationException wrong(int line, String why) {
        return new InvalidMigrationException("line " + line + ": " + why);
    }
}
