package io.github.postmarkspring.emulator;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

class ArchitectureTests {

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.github.postmarkspring.emulator");

	@Test
	void hasNoCyclesBetweenPackages() {
		slices().matching("io.github.postmarkspring.(**)").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void needsNothingThatBootWouldDetect() {
		noClasses().should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework.boot..", "io.github.postmarkspring.client..",
					"io.github.postmarkspring.boot..", "jakarta.servlet..", "org.springframework.http.client..",
					"org.springframework.web.reactive..", "org.springframework.web.client..")
			.check(this.classes);
	}

	@Test
	void needsOnlyTheDependenciesItDeclares() {
		classes().should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("io.github.postmarkspring.emulator..", "java..", "javax.net.ssl..",
					"com.sun.net.httpserver..", "org.springframework.http..", "org.springframework.util..",
					"org.springframework.web.util.pattern..", "tools.jackson..", "org.jspecify.annotations..",
					"org.apache.commons.logging..")
			.check(this.classes);
	}

}
