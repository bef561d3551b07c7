package io.github.postmarkspring.benchmarks.report;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SeriesTests {

	@Test
	void ratiosAreTakenRoundByRoundBeforeTheirMedian() {
		Series slowMachineAtTheEnd = new Series(List.of(10.0, 10.0, 2.0));
		Series peer = new Series(List.of(5.0, 4.0, 1.0));
		assertThat(slowMachineAtTheEnd.over(peer).values()).containsExactly(2.0, 2.5, 2.0);
		assertThat(slowMachineAtTheEnd.over(peer).median()).isEqualTo(2.0);
	}

	@Test
	void theMedianOfAnEvenNumberIsTheMiddle() {
		assertThat(new Series(List.of(4.0, 1.0, 3.0, 2.0)).median()).isEqualTo(2.5);
	}

	@Test
	void driftComparesTheEndWithTheBeginning() {
		assertThat(new Series(List.of(8.0, 8.0, 1.0, 9.0, 4.0, 4.0)).drift()).isEqualTo(0.5);
	}

}
