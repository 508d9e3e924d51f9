package dev.godwit.it;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import dev.godwit.core.db.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final JavaClasses CLASSES = ModuleClasses.load();
    private static final List<ModuleClasses> MODULES = ModuleClasses.ALL;

    /** The packages of core in their order: each may use only what stands before it, and what is below itself. */
    private static final List<String> CORE = List.of(
            "catalog",
            "migration",
            "effect",
            "lint",
            "plan",
            "db",
            "history",
            "journal",
            "backfill",
            "rebuild",
            "execute",
            "engine");

    private static final List<String> FORBIDDEN_NAMES =
            List.of(".*Impl", ".*Utils?", ".*Manager", ".*Helper", "Abstract.*");

    @ParameterizedTest
    @FieldSource("MODULES")
    void looksAtTheClassesOfEveryModule(ModuleClasses module) {
        assertThat(CLASSES.stream().filter(module::holds))
                .as("classes of %s", module.name())
                .hasSizeGreaterThanOrEqualTo(module.floor());
    }

    @Test
    void knowsEveryModuleThatHasCode() {
        assertThat(MODULES)
                .extracting(ModuleClasses::name)
                .as("add the missing ones to %s", ModuleClasses.class.getSimpleName())
                .containsExactlyInAnyOrderElementsOf(Repository.modules().stream()
                        .filter(module -> !Repository.javaFiles(
                                        Repository.root().resolve(module).resolve("src/main/java"))
                                .isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev.godwit.(*)..", "dev.godwit.*.(*)..", "dev.godwit.(**)"})
    void hasNoCyclesOfPackagesAtAnyDepth(String depth) {
        slices().matching(depth).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void keepsEveryPackageOfCoreInItsRow() {
        String root = "dev.godwit.core.";
        Set<String> packages = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(root))
                .map(name -> name.substring(root.length()).split("\\.", 2)[0])
                .collect(Collectors.toSet());
        assertThat(CORE).as("rows of core").containsAll(packages);
        for (int row = 0; row < CORE.size(); row++) {
            String[] below =
                    CORE.stream().skip(row + 1L).map(name -> root + name + "..").toArray(String[]::new);
            if (packages.contains(CORE.get(row)) && below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(root + CORE.get(row) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .because("what comes first in the order " + CORE + " knows nothing of what comes later")
                        .check(CLASSES);
            }
        }
    }

    @Test
    void keepsTheSqlFrontEndToItself() {
        classes()
                .that()
                .resideInAPackage("dev.godwit.sql..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.godwit.sql..",
                        "java.lang..",
                        "java.util..",
                        "java.nio",
                        "java.nio.charset",
                        "java.math",
                        "org.jspecify..")
                .because("it reads text: no input or output, no database, no third-party code")
                .check(CLASSES);
    }

    @Test
    void namesNoProductAndNoLibraryInCore() {
        classes()
                .that()
                .resideInAPackage("dev.godwit.core..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.godwit.core..", "dev.godwit.sql", "java..", "org.jspecify..")
                .because(
                        "all that knows one product is in that product's module, its dialect in a package of godwit-sql")
                .check(CLASSES);
    }

    @Test
    void keepsInternalPackagesWithinTheirModule() {
        List<String> strangers = CLASSES.stream()
                .flatMap(from -> from.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isInternal(dependency.getTargetClass()))
                .filter(dependency -> !dependency
                        .getOriginClass()
                        .getPackageName()
                        .startsWith(moduleRoot(dependency.getTargetClass())))
                .map(Object::toString)
                .toList();
        assertThat(CLASSES).anyMatch(ArchitectureTest::isInternal);
        assertThat(strangers).isEmpty();
    }

    private static boolean isInternal(JavaClass type) {
        return (type.getPackageName() + ".").contains(".internal.")
                && type.getPackageName().startsWith("dev.godwit");
    }

    private static String moduleRoot(JavaClass type) {
        return type.getPackageName().substring(0, type.getPackageName().indexOf(".internal"));
    }

    /** A driver's own API speaks in SQLException, so what opens connections by it may catch that, and nothing else. */
    @Test
    void catchesSqlExceptionOnlyWhereItIsTranslated() {
        List<String> offenders = CLASSES.stream()
                .filter(type -> !type.getPackageName().equals("dev.godwit.core.db"))
                .filter(type -> !type.getSimpleName().endsWith("Connector"))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(ArchitectureTest::catchesSqlException)
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertThat(CLASSES.get(Session.class).getCodeUnits()).anyMatch(ArchitectureTest::catchesSqlException);
        assertThat(offenders).isEmpty();
    }

    private static boolean catchesSqlException(JavaCodeUnit unit) {
        return unit.getTryCatchBlocks().stream()
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isAssignableTo(SQLException.class));
    }

    @Test
    void marksEveryPackageForNullChecks() {
        List<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(where -> !where.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void printsNowhereButInTheCommandLine() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS
                .because("the front ends render the stream of events; the library never prints")
                .check(CLASSES.that(DescribedPredicate.not(resideInAPackage("dev.godwit.cli.."))));
    }

    @Test
    void logsByTheLoggerOfThePlatformOnly() {
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }

    @Test
    void throwsNothingGeneric() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLASSES);
    }

    /** A functional interface may: it takes the caller's work on a driver, which throws what it likes. */
    @Test
    void declaresNothingGenericInItsApi() {
        List<String> generic = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isAnnotatedWith(FunctionalInterface.class))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC)
                        || unit.getModifiers().contains(JavaModifier.PROTECTED))
                .filter(unit ->
                        Stream.of(Exception.class, Throwable.class).anyMatch(unit.getThrowsClause()::containsType))
                .map(JavaCodeUnit::getFullName)
                .toList();
        assertThat(generic).isEmpty();
    }

    @Test
    void namesNoClassByItsMechanics() {
        for (String pattern : FORBIDDEN_NAMES) {
            List<String> found = CLASSES.stream()
                    .filter(type -> type.getSimpleName().matches(pattern))
                    .map(JavaClass::getName)
                    .toList();
            assertThat(found).as("classes named %s", pattern).isEmpty();
        }
    }

    @Test
    void inheritsInterfacesRatherThanClasses() {
        classes()
                .that()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveFullyQualifiedName("dev.godwit.sql.GodwitException")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("only the root of the exceptions is there to be extended")
                .check(CLASSES);
    }

    @Test
    void neverSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .because("a wait must end at once when the user asks to stop")
                .check(CLASSES);
    }
}
