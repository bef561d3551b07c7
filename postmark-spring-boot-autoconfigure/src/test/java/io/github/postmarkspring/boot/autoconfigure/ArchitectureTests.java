package io.github.postmarkspring.boot.autoconfigure;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.BeanRegistrar;
import org.springframework.boot.autoconfigure.AutoConfiguration;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may know whom.
 */
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.postmarkspring.boot");

	@Test
	void onlyWhatStartsTheEmulatorKnowsIt() {
		noClasses().that()
			.haveSimpleNameNotStartingWith("Emulator")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.github.postmarkspring.emulator..")
			.check(this.classes);
	}

	@Test
	void onlyWhatSetsItUpKnowsHttpComponents() {
		noClasses().that()
			.haveNameNotMatching(".*\\.(HttpComponentsEngine|AttemptTimeout)(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.apache.hc..")
			.check(this.classes);
	}

	@Test
	void nothingOfSpringCloudOrJackson2IsUsed() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.cloud..", "com.fasterxml.jackson.databind..")
			.check(this.classes);
	}

	@Test
	void onlyWebhooksKnowServlets() {
		noClasses().that()
			.resideOutsideOfPackage("..autoconfigure.webhook")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.servlet..", "org.springframework.web.servlet..")
			.check(this.classes);
	}

	@Test
	void everyRegistrarIsKnownToContextsThatArePreparedAheadOfTime() {
		assertThat(this.classes.that(JavaClass.Predicates.assignableTo(BeanRegistrar.class))
			.that(DescribedPredicate.not(JavaClass.Predicates.INTERFACES))).hasSizeGreaterThan(5)
			.allSatisfy((registrar) -> assertThat(registrar.isAssignableTo(ConditionalRegistrar.class)).isTrue())
			.allSatisfy((registrar) -> assertThat(registrar.getConstructorCallsToSelf())
				.extracting(JavaConstructorCall::getOriginOwner)
				.extracting(JavaClass::getName)
				.contains(GeneratedContextRegistrars.class.getName()));
	}

	@Test
	void autoConfigurationsAreFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.haveModifier(JavaModifier.FINAL)
			.check(this.classes);
	}

	@Test
	void thePackagesHaveNoCycles() {
		slices().matching("io.github.postmarkspring.(**)").should().beFreeOfCycles().check(this.classes);
	}

}
