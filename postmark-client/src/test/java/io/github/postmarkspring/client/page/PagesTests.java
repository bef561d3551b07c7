package io.github.postmarkspring.client.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.postmarkspring.client.bounce.BounceQuery;
import io.github.postmarkspring.client.time.EasternTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PagesTests {

	private final List<Map<String, String>> asked = new ArrayList<>();

	@Test
	void pagesAreFetchedAsTheyAreReached() {
		Iterator<Integer> rows = Pages.stream(ListQuery.create().count(2), (query) -> page(query, 5)).iterator();
		assertThat(this.asked).isEmpty();
		assertThat(rows.next()).isEqualTo(0);
		assertThat(rows.next()).isEqualTo(1);
		assertThat(this.asked).hasSize(1);
		assertThat(rows).toIterable().containsExactly(2, 3, 4);
		assertThat(this.asked).extracting((query) -> query.get("offset")).containsExactly("0", "2", "4");
	}

	@Test
	void aListThatIsEmptyTakesOneRequest() {
		assertThat(Pages.stream(ListQuery.create(), (query) -> page(query, 0))).isEmpty();
		assertThat(this.asked).hasSize(1);
	}

	@Test
	void aTotalThatIsTooLargeDoesNotGoOnForEver() {
		assertThat(Pages.stream(ListQuery.create().count(1),
				(query) -> new Page<>(99, (query.offset() < 2) ? List.of(query.offset()) : List.of())))
			.containsExactly(0, 1);
	}

	@Test
	void whereThereIsNoLimitAllRowsAreRead() {
		assertThat(Pages.stream(ListQuery.create(), (query) -> page(query, 10_700))).hasSize(10_700);
	}

	@Test
	void theLastPageEndsAtTheLimit() {
		assertThat(Pages.stream(BounceQuery.create().offset(9_300), (query) -> page(query, 10_000))).hasSize(700);
		assertThat(this.asked).extracting((query) -> query.get("offset") + "+" + query.get("count"))
			.containsExactly("9300+500", "9800+200");
	}

	@Test
	void beyondTheLimitTheStreamSaysSoInsteadOfEnding() {
		List<Integer> read = new ArrayList<>();
		assertThatExceptionOfType(PageLimitException.class)
			.isThrownBy(() -> Pages.stream(BounceQuery.create(), (query) -> page(query, 10_001)).forEach(read::add))
			.withMessageContaining("10001")
			.withMessageContaining("'from' and 'to'")
			.satisfies((ex) -> assertThat(ex.totalCount()).isEqualTo(10_001));
		assertThat(read).hasSize(10_000);
	}

	@Test
	void aStreamThatBeginsBeyondTheLimitIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Pages.stream(BounceQuery.create().offset(10_000), (query) -> page(query, 1)))
			.withMessageContaining("'offset'");
	}

	@Test
	void aPeriodIsHalvedUntilEachPartFitsAndNothingIsLostOrTwice() {
		// A row a second, two hours and more.
		LocalDateTime begin = LocalDateTime.parse("2026-10-31T23:00:00");
		BounceQuery query = BounceQuery.create()
			.from(Instant.parse("2026-11-01T03:00:00Z"))
			.to(Instant.parse("2026-11-01T13:00:00Z"));
		List<Integer> rows = Pages.sliced(query, (part) -> between(begin, part)).toList();
		assertThat(rows).hasSize(32_401).doesNotHaveDuplicates().contains(0, 32_400);
	}

	private Page<Integer> between(LocalDateTime begin, BounceQuery query) {
		int from = (int) Duration.between(begin, EasternTime.parse(query.parameters().get("fromdate"))).toSeconds();
		int to = (int) Duration.between(begin, EasternTime.parse(query.parameters().get("todate"))).toSeconds();
		int total = to - from + 1;
		return new Page<>(total,
				IntStream.range(query.offset(), Math.min(total, query.offset() + query.count()))
					.mapToObj((i) -> to - i)
					.toList());
	}

	@Test
	void aSecondThatIsTooFullSaysSo() {
		BounceQuery query = BounceQuery.create()
			.from(Instant.parse("2026-11-02T09:00:00Z"))
			.to(Instant.parse("2026-11-02T09:00:01Z"));
		assertThatExceptionOfType(PageLimitException.class)
			.isThrownBy(() -> Pages.sliced(query, (part) -> page(part, 20_000)).count());
	}

	@Test
	void anOpenPeriodCannotBeSliced() {
		Instant now = Instant.parse("2026-11-02T09:00:00Z");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Pages.sliced(BounceQuery.create().from(now), (query) -> page(query, 1)))
			.withMessageContaining("'to'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Pages.sliced(BounceQuery.create().to(now), (query) -> page(query, 1)))
			.withMessageContaining("'from'");
		assertThatIllegalArgumentException().isThrownBy(
				() -> Pages.sliced(BounceQuery.create().from(now.plusSeconds(1)).to(now), (query) -> page(query, 1)))
			.withMessageContaining("'from'");
	}

	private Page<Integer> page(PagedQuery<?> query, int total) {
		this.asked.add(query.parameters());
		return new Page<>(total,
				IntStream.range(query.offset(), Math.min(total, query.offset() + query.count())).boxed().toList());
	}

}
