package io.github.postmarkspring.emulator.template;

import java.util.List;

/**
 * A part of a parsed template.
 */
sealed interface Node {

	/**
	 * What stands there as it is.
	 */
	record Text(String text) implements Node {

	}

	/**
	 * A value of the model; raw if it is never encoded.
	 */
	record Value(ModelPath path, boolean raw) implements Node {

	}

	/**
	 * What is shown once, depending on a value, and with that value as the context.
	 */
	record Section(ModelPath path, boolean inverted, List<Node> children) implements Node {

	}

	/**
	 * What is shown for each item of an array.
	 */
	record Each(ModelPath path, List<Node> children) implements Node {

	}

	/**
	 * The place in a layout where the content goes.
	 */
	record Slot() implements Node {

	}

}
