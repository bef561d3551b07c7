package io.github.postmarkspring.boot.autoconfigure.webhook;

/**
 * What the paths of controllers begin with, below the context path.
 *
 * @param prefix the prefix, empty if there is none
 */
record ServletPath(String prefix) {

	static final ServletPath NONE = new ServletPath("");

}
