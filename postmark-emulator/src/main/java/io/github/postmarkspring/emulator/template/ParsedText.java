package io.github.postmarkspring.emulator.template;

import java.util.List;

/**
 * A subject or body that was parsed. With errors, the nodes are what could be made out.
 *
 * @param nodes its parts
 * @param errors what is wrong with it
 * @param slots how many places for content it has
 */
record ParsedText(List<Node> nodes, List<TemplateError> errors, int slots) {

}
