package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.ArrayList;
import java.util.List;

/**
 * Ways of writing a path that might come to a handler past the guard. None has
 * credentials.
 */
final class PathCases {

	private static final List<String> SAME = List.of("/%s/%s", "/%s/%s;x=1", "/%s;x=1/%s", "/;x=1/%s/%s", "/%s/%s;",
			"/%s/%s;jsessionid=1", "/%s/%s?x=1", "/%s/%s?/../", "//%s/%s", "/%s//%s", "/./%s/%s", "/%s/./%s",
			"/%s/%s/.", "/x/../%s/%s", "/%s/x/../%s", "/%s/%%2e/%s", "/x/%%2e%%2e/%s/%s", "/%s/;/%s", "/x/..;y/%s/%s");

	private static final List<String> ANOTHER = List.of("/%s/%s/", "/%s/%s//", "/%s/%s.json", "/%s/%s%%20",
			"/%s/%s%%0a", "/%s/%s%%3Bx", "/%s/%s%%253b", "/%s/%s%%252f", "/%s/%%2577", "/%s/%s.", "/%s/%s*",
			"/%s/%s%%e2%%80%%8b", "/x%s/%s");

	private static final List<String> NONE = List.of("/%s%%2F%s", "/%s/%s%%00", "/%s\\%s", "/%s%%5c%s", "/%s/%s#x",
			"/%s/%%zz%s", "/%s/%s%%c0%%af", "http://elsewhere.example/%s/%s", "%s/%s");

	private PathCases() {
	}

	/**
	 * Write a path of two parts in all ways.
	 * @param context what stands in front
	 * @param first the first part
	 * @param second the second part
	 * @param headers what all requests have
	 */
	static List<HostileCase> of(String context, String first, String second, String... headers) {
		List<HostileCase> cases = new ArrayList<>();
		SAME.forEach((path) -> cases.add(guarded(context + path.formatted(first, second), headers)));
		cases.add(guarded(context + "/" + first + "/" + encoded(second, 1), headers));
		cases.add(guarded(context + "/" + encoded(first, first.length()) + "/" + second, headers));
		cases.add(guarded("http://localhost" + context + "/" + first + "/" + second, headers));
		ANOTHER.forEach((path) -> cases.add(posted(context + path.formatted(first, second), 404, "", headers)));
		NONE.forEach((path) -> {
			String target = path.startsWith("/") ? context + path : path;
			cases.add(posted(target.formatted(first, second), 400, "", headers));
		});
		return cases;
	}

	static HostileCase guarded(String path, String... headers) {
		return posted(path, 401, "credentials-missing", headers);
	}

	static HostileCase posted(String path, int status, String reason, String... headers) {
		return HostileCase.posted(path, status, reason, path, headers);
	}

	/** Letters as their bytes. */
	private static String encoded(String text, int letters) {
		StringBuilder encoded = new StringBuilder();
		for (int i = 0; i < letters; i++) {
			encoded.append("%%%02x".formatted((int) text.charAt(i)));
		}
		return encoded + text.substring(letters);
	}

}
