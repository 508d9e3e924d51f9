package dev.godwit.it.parser;

import dev.godwit.it.NpmFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import run.endive.compiler.InterpreterFallback;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ExportFunction;
import run.endive.runtime.HostFunction;
import run.endive.runtime.ImportFunction;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.WasmFunctionHandle;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.FunctionImport;
import run.endive.wasm.types.FunctionType;

/**
 * The grammar of PostgreSQL 18 itself: libpg_query, compiled to WebAssembly by emscripten, run within this JVM.
 *
 * <p>The module of the npm package calls its imports and exports by letters, which the package's own {@code libpg-query.js} tells apart.
 * Imports that are not named here are {@code invoke_*}: they call through the table and turn a {@code longjmp} into a return.
 * Not safe for use by several threads.
 */
final class PostgresGrammar {
    private static final NpmFile MODULE = new NpmFile(
            "libpg-query@18.1.5",
            "libpg-query-18.1.5.tgz",
            "52367cfeeb0732877fb98a9743bf4681fe628f13f87df19d619cfb386e02bcf3",
            "package/wasm/libpg-query.wasm",
            "378b64e6182f65c71ad5dbd2c31c81e9dfed7d2f2debfb4b51c0d0de8fa2ae36");
    private static final int PAGE = 65_536;
    private static final int MESSAGE_OF_ERROR = 0;
    private static final int ERROR_OF_RESULT = 8;

    private final Memory memory;
    private final ExportFunction allocate;
    private final ExportFunction free;
    private final ExportFunction parse;
    private final ExportFunction freeResult;
    private final ExportFunction setThrew;
    private final ExportFunction restoreStack;
    private final ExportFunction currentStack;

    /** What the grammar refuses, with its message. */
    static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private RefusedException(String message) {
            super(message, null, false, false);
        }
    }

    /** PostgreSQL leaves a function by {@code longjmp}. */
    private static final class LongJump extends RuntimeException {
        private static final long serialVersionUID = 1;

        private LongJump() {
            super(null, null, false, false);
        }
    }

    private PostgresGrammar(WasmModule module) {
        Instance instance = Instance.builder(module)
                .withImportValues(imports(module))
                .withMachineFactory(MachineFactoryCompiler.builder(module)
                        // Three functions are too long for a method of the JVM.
                        .withInterpreterFallback(InterpreterFallback.SILENT)
                        .compile())
                .withStart(false)
                .build();
        memory = instance.memory();
        allocate = instance.export("C");
        free = instance.export("E");
        parse = instance.export("F");
        freeResult = instance.export("G");
        setThrew = instance.export("P");
        restoreStack = instance.export("Q");
        currentStack = instance.export("R");
        instance.export("A").apply();
    }

    /** Loads it, which takes some seconds; fails with {@link NpmFile.UnavailableException} where npm does not give it. */
    static PostgresGrammar load() throws IOException {
        return new PostgresGrammar(Parser.parse(MODULE.in("libpg-query-18.1.5/libpg-query.wasm")));
    }

    /** Returns the raw parse tree of a text as JSON. */
    String parse(String sql) throws RefusedException {
        int text = copied(sql);
        int result = (int) parse.apply(text)[0];
        try {
            int error = memory.readInt(result + ERROR_OF_RESULT);
            if (error != 0) {
                throw new RefusedException(string(memory.readInt(error + MESSAGE_OF_ERROR)));
            }
            return string(memory.readInt(result));
        } finally {
            freeResult.apply(result);
            free.apply(text);
        }
    }

    private int copied(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int address = (int) allocate.apply(bytes.length + 1)[0];
        memory.write(address, bytes);
        memory.writeByte(address + bytes.length, (byte) 0);
        return address;
    }

    private String string(int address) {
        return memory.readCString(address, StandardCharsets.UTF_8);
    }

    private ImportValues imports(WasmModule module) {
        IntFunction<ImportFunction> function = i -> {
            FunctionImport wanted = (FunctionImport) module.importSection().getImport(i);
            FunctionType type = module.typeSection().getType(wanted.typeIndex());
            return new HostFunction(wanted.module(), wanted.name(), type, handle(wanted.name(), type));
        };
        return ImportValues.builder()
                .addFunction(IntStream.range(0, module.importSection().importCount())
                        .mapToObj(function)
                        .toArray(ImportFunction[]::new))
                .build();
    }

    private WasmFunctionHandle handle(String letter, FunctionType type) {
        return switch (letter) {
            case "c", "m", "v", "x" ->
                (instance, arguments) -> {
                    throw new IllegalStateException("the grammar ended itself: " + letter + Arrays.toString(arguments));
                };
            case "o", "r", "s", "u", "w" -> (instance, arguments) -> nothing(type);
            case "p" ->
                (instance, arguments) -> {
                    throw new LongJump();
                };
            case "q" -> (instance, arguments) -> new long[] {grown(instance.memory(), (int) arguments[0]) ? 1 : 0};
            case "t" -> (instance, arguments) -> swallowed(instance.memory(), arguments);
            default -> (instance, arguments) -> invoke(instance, type, arguments);
        };
    }

    private static long[] nothing(FunctionType type) {
        return new long[type.returns().size()];
    }

    private static boolean grown(Memory memory, int bytes) {
        int missing = (int) ((Integer.toUnsignedLong(bytes) + PAGE - 1) / PAGE) - memory.pages();
        return missing <= 0 || memory.grow(missing) >= 0;
    }

    // fd_write(file, vectors, count, written): says that all was written, and drops it.
    private static long[] swallowed(Memory memory, long[] arguments) {
        int written = IntStream.range(0, (int) arguments[2])
                .map(i -> memory.readInt((int) arguments[1] + 8 * i + 4))
                .sum();
        memory.writeI32((int) arguments[3], written);
        return new long[] {0};
    }

    private long[] invoke(Instance instance, FunctionType type, long[] arguments) {
        long stack = currentStack.apply()[0];
        try {
            int function = instance.table(0).ref((int) arguments[0]);
            return instance.getMachine().call(function, Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (LongJump e) {
            restoreStack.apply(stack);
            setThrew.apply(1, 0);
            return nothing(type);
        }
    }
}
