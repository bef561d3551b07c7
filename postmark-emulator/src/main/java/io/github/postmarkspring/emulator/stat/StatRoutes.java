package io.github.postmarkspring.emulator.stat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.postmarkspring.emulator.http.Access;
import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.http.Json;
import io.github.postmarkspring.emulator.http.QueryParameters;
import io.github.postmarkspring.emulator.http.Request;
import io.github.postmarkspring.emulator.http.Response;
import io.github.postmarkspring.emulator.http.Route;
import io.github.postmarkspring.emulator.server.Account;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import io.github.postmarkspring.emulator.stream.MessageStreams;
import io.github.postmarkspring.emulator.time.EasternTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The statistics of a server: the overview and eleven series.
 *
 * @since 0.1.0
 * @see <a href="https://postmarkapp.com/developer/api/stats-api">Stats API</a>
 */
public final class StatRoutes {

	private static final String PATH = "/stats/outbound";

	private final Account account;

	/**
	 * Creates the routes.
	 * @param account whose servers count
	 */
	public StatRoutes(Account account) {
		this.account = account;
	}

	/**
	 * Returns the rows of the routing table.
	 * @return the routes
	 */
	public List<Route> routes() {
		List<Route> routes = new ArrayList<>();
		routes.add(Route.get(PATH, Access.SERVER, this::overview));
		for (Series series : Series.values()) {
			if (series.path() != null) {
				routes.add(Route.get(PATH + "/" + series.path(), Access.SERVER, (request) -> series(series, request)));
			}
		}
		return routes;
	}

	private Response series(Series series, Request request) {
		EmulatedServer server = this.account.server(request);
		SortedMap<LocalDate, Map<String, Long>> days = Counters.of(server).days(series, filter(server, request));
		ObjectNode json = Json.object();
		ArrayNode list = json.putArray("Days");
		days.forEach((date, keys) -> {
			ObjectNode day = list.addObject().put("Date", date.toString());
			keys.forEach(day::put);
		});
		Map<String, Long> totals = totals(days);
		series.keys().forEach((key) -> json.put(key, totals.getOrDefault(key, 0L)));
		if (series.keys().isEmpty()) {
			totals.forEach(json::put);
		}
		return Response.json(json);
	}

	private Response overview(Request request) {
		EmulatedServer server = this.account.server(request);
		Predicate<Counters.Slot> filter = filter(server, request);
		Counters counters = Counters.of(server);
		Map<String, Long> own = totals(counters.days(Series.OVERVIEW, filter));
		long sent = total(counters, Series.SENDS, "Sent", filter);
		long bounced = own.getOrDefault("Bounced", 0L);
		long complaints = total(counters, Series.SPAM, "SpamComplaint", filter);
		ObjectNode json = Json.object().put("Sent", sent).put("Bounced", bounced);
		json.put("SMTPApiErrors", total(counters, Series.BOUNCES, "SMTPApiError", filter));
		json.put("BounceRate", rate(bounced, sent)).put("SpamComplaints", complaints);
		json.put("SpamComplaintsRate", rate(complaints, sent));
		json.put("Opens", total(counters, Series.OPENS, "Opens", filter));
		json.put("UniqueOpens", total(counters, Series.OPENS, "Unique", filter));
		json.put("Tracked", total(counters, Series.TRACKED, "Tracked", filter));
		for (String key : List.of("WithLinkTracking", "WithOpenTracking", "TotalTrackedLinksSent")) {
			json.put(key, own.getOrDefault(key, 0L));
		}
		json.put("UniqueLinksClicked", total(counters, Series.CLICKS, "Unique", filter));
		json.put("TotalClicks", total(counters, Series.CLICKS, "Clicks", filter));
		for (String key : List.of("WithClientRecorded", "WithPlatformRecorded")) {
			json.put(key, own.getOrDefault(key, 0L));
		}
		return Response.json(json);
	}

	private static long total(Counters counters, Series series, String key, Predicate<Counters.Slot> filter) {
		return totals(counters.days(series, filter)).getOrDefault(key, 0L);
	}

	private static Map<String, Long> totals(SortedMap<LocalDate, Map<String, Long>> days) {
		Map<String, Long> totals = new TreeMap<>();
		days.values().forEach((keys) -> keys.forEach((key, number) -> totals.merge(key, number, Long::sum)));
		return totals;
	}

	/**
	 * In per cent, with three digits.
	 */
	private static double rate(long part, long whole) {
		return (whole == 0) ? 0
				: BigDecimal.valueOf(100 * part)
					.divide(BigDecimal.valueOf(whole), 3, RoundingMode.HALF_UP)
					.doubleValue();
	}

	private static Predicate<Counters.Slot> filter(EmulatedServer server, Request request) {
		QueryParameters query = request.query();
		String id = query.get("messagestream");
		String stream = (id != null) ? MessageStreams.of(server).require(id).id() : null;
		String tag = query.get("tag");
		LocalDate from = date(query, "fromdate");
		LocalDate to = date(query, "todate");
		if (from != null && to != null && from.isAfter(to)) {
			throw ApiException.unprocessable(1502, "The 'fromdate' must not be after the 'todate'.");
		}
		if (from != null && from.isBefore(EasternTime.dateOf(server.now()).minusYears(1))) {
			throw ApiException.unprocessable(1500, "The 'fromdate' must not be more than one year ago.");
		}
		return (slot) -> (stream == null || slot.stream().equals(stream)) && (tag == null || slot.tag().equals(tag))
				&& (from == null || !slot.date().isBefore(from)) && (to == null || !slot.date().isAfter(to));
	}

	private static @Nullable LocalDate date(QueryParameters query, String name) {
		EasternTime time = EasternTime.read(query, name, 900);
		return (time != null) ? EasternTime.dateOf(time.from()) : null;
	}

}
