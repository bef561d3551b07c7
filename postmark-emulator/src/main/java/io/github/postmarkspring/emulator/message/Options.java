package io.github.postmarkspring.emulator.message;

import java.util.List;
import java.util.Map;

/**
 * How a message is to be treated.
 *
 * @param stream the ID of its stream
 * @param tag the tag, perhaps empty
 * @param headers the sender's own headers
 * @param metadata the sender's own values, never seen by a recipient
 * @param trackOpens whether opens are tracked
 * @param trackLinks {@code None}, {@code HtmlAndText}, {@code HtmlOnly} or
 * {@code TextOnly}
 * @since 0.1.0
 */
public record Options(String stream, String tag, List<Header> headers, Map<String, String> metadata, boolean trackOpens,
		String trackLinks) {

}
