package io.github.postmarkspring.client;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * Who may know whom.
 */
class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.postmarkspring");

	@Test
	void theClientKnowsNothingOfSpringBootTheEmulatorServletsOrAnApplicationContext() {
		noClasses().that()
			.resideInAPackage("io.github.postmarkspring.client..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "org.springframework.context..", "jakarta.servlet..",
					"io.github.postmarkspring.boot..", "io.github.postmarkspring.emulator..", "org.apache.hc..",
					"com.fasterxml.jackson.databind..")
			.check(this.classes);
	}

	@Test
	void thePackagesHaveNoCycles() {
		slices().matching("io.github.postmarkspring.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void jakartaMailIsNeededInOnePlaceOnly() {
		noClasses().that()
			.doNotHaveSimpleName("InboundMimeMessage")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("jakarta.mail..")
			.check(this.classes);
	}

	@Test
	void transactionsAreNeededInOnePlaceOnly() {
		noClasses().that()
			.haveNameNotMatching(".*\\.AfterCommit(\\$.*)?")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.transaction..")
			.check(this.classes);
	}

	@Test
	void whatGoesWrongKnowsNothingOfTheRest() {
		noClasses().that()
			.resideInAPackage("..client.error..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("..client.http..", "..client.message..", "..client.server..")
			.check(this.classes);
	}

}
