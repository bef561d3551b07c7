package io.github.postmarkspring.client.http;

import java.util.function.UnaryOperator;

/**
 * What was answered to something that was sent.
 *
 * @param <T> what the answer is read as
 * @param value the answer
 * @param hidden hides the token in a text of the answer, which may repeat it
 * @since 0.1.0
 */
public record SentAnswer<T>(T value, UnaryOperator<String> hidden) {

}
