package io.github.postmarkspring.benchmarks.heap;

import java.io.IOException;

import io.github.postmarkspring.benchmarks.subject.Subjects;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SmallestHeapTests {

	@Test
	void theLargestMailsGoOutWith24MegabytesOfHeapWherePostmarksOwnLibraryNeedsMoreThan48() throws IOException {
		try (SmallestHeap heap = new SmallestHeap()) {
			assertThat(heap.passes(Subjects.STARTER, 24)).isTrue();
			assertThat(heap.passes(Subjects.OFFICIAL_SDK, 48)).isFalse();
		}
	}

}
