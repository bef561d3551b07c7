package io.github.postmarkspring.boot.autoconfigure.logging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.postmarkspring.client.http.ForeignText;
import io.github.postmarkspring.client.message.EmailAddress;
import io.github.postmarkspring.client.message.OutboundMessage;

/**
 * Hides the addresses and names in the messages of a request, and whatever else looks
 * like an address or is quoted.
 */
class HidingReasonText implements ReasonText {

	private static final int LONGEST = 20_000;

	private static final String HIDDEN = "***";

	/** Stands for what is hidden: one line of somebody else's has no such character. */
	private static final String HOLE = "\0";

	private static final String NONE = "(?!)";

	private static final String PART = "[^\\s<>()\\[\\]'\",;:]";

	/** Looked for where a word begins only: a long one would be read from each place. */
	private static final String ADDRESS = "(?:\\G|(?<!PART))PART+(?:@|%40)(?:PART*[\\p{L}\\p{M}\\p{N}])?"
		.replace("PART", PART);

	// Bounded, because each apostrophe is looked for from where another quotation begins.
	private static final String SINGLE = "(?<![\\w\\x00])'[^']*+(?:(?<=\\w)'(?=\\w)[^']*+){0,50}+'(?!\\w)";

	private static final String DOUBLE = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,50}+\"";

	private static final String CUT_OFF = "((?<![\\w\\x00])['\"](?=\\S).*?(?=…|$))";

	private static final Pattern QUOTED = Pattern.compile(String.join("|", SINGLE, DOUBLE, CUT_OFF, HOLE),
			Pattern.UNICODE_CHARACTER_CLASS);

	// Names of fields, our own properties, and the sign that Postmark misses.
	private static final Pattern HARMLESS = Pattern.compile("[\\w$.-]{0,30}|postmark[\\w.=-]{1,60}|@");

	private final Map<String, String> addresses = new HashMap<>();

	private final Set<String> words = new HashSet<>();

	private final Set<String> mailboxes = new HashSet<>();

	private final UnaryOperator<String> show;

	/**
	 * Create a new instance.
	 * @param messages the messages
	 * @param show how an address is shown
	 */
	HidingReasonText(Collection<? extends OutboundMessage> messages, UnaryOperator<String> show) {
		this.show = show;
		for (OutboundMessage message : messages) {
			Stream.of(message.to(), message.cc(), message.bcc(), message.replyTo())
				.flatMap(List::stream)
				.forEach(this::addPerson);
			if (message.from() != null) {
				add(message.from());
			}
		}
	}

	/** The sender's mailbox is no secret, and often a word such as mail or postmark. */
	private void addPerson(EmailAddress known) {
		String mailbox = add(known);
		if (mailbox.length() > 2) {
			this.words.add(mailbox);
		}
	}

	private String add(EmailAddress known) {
		String address = known.address();
		String literal = literal(address);
		this.addresses.put(literal, address);
		String sent = new EmailAddress(address, null).format();
		if (!sent.equals(address)) {
			this.addresses.put(literal(sent), address);
		}
		String name = known.name();
		if (name != null && name.contains("@")) {
			this.addresses.putIfAbsent(literal(name), name);
		}
		else if (name != null) {
			this.words.add(literal(name));
		}
		String mailbox = literal.substring(0, Math.max(literal.lastIndexOf('@'), 0));
		this.mailboxes.add(mailbox);
		return mailbox;
	}

	private static String literal(String text) {
		return ForeignText.oneLine(text, LONGEST).toLowerCase(Locale.ROOT);
	}

	@Override
	public String shown(String reason, int maxLength) {
		String line = ForeignText.oneLine(reason, LONGEST);
		Queue<String> hidden = new ArrayDeque<>();
		String holes = hidden(line.toLowerCase(Locale.ROOT)).matcher(line).replaceAll((match) -> {
			hidden.add(shown(match.group()));
			return HOLE;
		});
		String filled = QUOTED.matcher(holes).replaceAll((match) -> Matcher.quoteReplacement(filled(match, hidden)));
		return ForeignText.oneLine(filled, maxLength);
	}

	/** What is hidden in a line, also inside of quotations. */
	private Pattern hidden(String line) {
		List<String> hidden = new ArrayList<>();
		hidden.add("(?<!\\w)" + occurring(this.addresses.keySet(), 2, line) + "(?!" + PART + "*\\w)");
		hidden.add(ADDRESS);
		hidden.add("(?<!\\w)" + occurring(this.words, 2, line) + "(?!\\w)");
		// Also a short one, or the sender's, where it is set off from other words.
		hidden.add("(?<=[<(\\['\"])" + occurring(this.mailboxes, 1, line) + "(?=[>)\\]'\"])");
		return Pattern.compile(String.join("|", hidden),
				Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
	}

	/** As a pattern for any of them. A request may have thousands, and a line has few. */
	private static String occurring(Set<String> literals, int minLength, String line) {
		return literals.stream()
			.filter((literal) -> literal.length() >= minLength && line.contains(literal))
			.sorted(Comparator.comparingInt(String::length).reversed())
			.map(Pattern::quote)
			.collect(Collectors.collectingAndThen(Collectors.joining("|"),
					(some) -> some.isEmpty() ? NONE : "(?:" + some + ")"));
	}

	private String shown(String found) {
		String address = this.addresses.get(found.toLowerCase(Locale.ROOT));
		if (address != null) {
			return this.show.apply(address);
		}
		String decoded = found.replace("%40", "@");
		return decoded.contains("@") ? this.show.apply(decoded) : HIDDEN;
	}

	/** Of a quotation that has addresses in it they are all that is left. */
	private static String filled(MatchResult match, Queue<String> hidden) {
		String found = match.group();
		if (found.equals(HOLE)) {
			return hidden.remove();
		}
		boolean cutOff = match.start(1) >= 0;
		if (!cutOff && HARMLESS.matcher(found.substring(1, found.length() - 1)).matches()) {
			return found;
		}
		List<String> addresses = found.chars()
			.filter((c) -> c == HOLE.charAt(0))
			.mapToObj((hole) -> hidden.remove())
			.filter((shown) -> !shown.equals(HIDDEN))
			.toList();
		String quote = found.substring(0, 1);
		return quote + (addresses.isEmpty() ? HIDDEN : String.join(", ", addresses)) + (cutOff ? "" : quote);
	}

}
