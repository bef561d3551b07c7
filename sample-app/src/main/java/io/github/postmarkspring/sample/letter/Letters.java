package io.github.postmarkspring.sample.letter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Keeps the newest letters.
 */
@Component
class Letters {

	private static final int MAX = 100;

	private final Deque<Letter> letters = new ArrayDeque<>();

	synchronized void add(Letter letter) {
		this.letters.addFirst(letter);
		if (this.letters.size() > MAX) {
			this.letters.removeLast();
		}
	}

	synchronized @Nullable Letter find(String id) {
		return this.letters.stream().filter((letter) -> letter.id().equals(id)).findFirst().orElse(null);
	}

	synchronized List<Letter> newestFirst() {
		return List.copyOf(this.letters);
	}

}
