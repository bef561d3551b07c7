package io.github.postmarkspring.sample;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private static final String EMULATOR = "io.github.postmarkspring.emulator..";

	private static final String MAILBOX_CONFIGURATION = "io.github.postmarkspring.sample.mailbox.MailboxConfiguration";

	private final JavaClasses shop = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.postmarkspring.sample");

	@Test
	void onlyOneClassKnowsTheEmulator() {
		classes().that()
			.haveFullyQualifiedName(MAILBOX_CONFIGURATION)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(EMULATOR)
			.check(this.shop);
		noClasses().that()
			.doNotHaveFullyQualifiedName(MAILBOX_CONFIGURATION)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(EMULATOR)
			.check(this.shop);
	}

	@Test
	void packagesHaveNoCycles() {
		slices().matching("io.github.postmarkspring.sample.(*)..").should().beFreeOfCycles().check(this.shop);
	}

}
