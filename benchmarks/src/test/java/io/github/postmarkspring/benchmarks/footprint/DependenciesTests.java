package io.github.postmarkspring.benchmarks.footprint;

import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DependenciesTests {

	@Test
	void theStarterAddsAtMostSixJarsToAWebApplicationWherePostmarksOwnLibraryAddsEight() {
		assertThat(added("io.github.postmark-spring:postmark-spring-boot-starter")).hasSizeLessThanOrEqualTo(6);
		assertThat(added("com.postmarkapp:postmark")).hasSize(8);
	}

	private static Set<String> added(String artifact) {
		Dependencies dependencies = new Dependencies();
		Set<String> added = new TreeSet<>(dependencies.closure(artifact));
		added.removeAll(dependencies.closure("org.springframework.boot:spring-boot-starter-webmvc"));
		return added;
	}

}
