package io.github.postmarkspring.emulator.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import io.github.postmarkspring.emulator.http.ApiException;
import io.github.postmarkspring.emulator.server.EmulatedServer;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one server. Safe for use by several threads; each method sees and
 * leaves all rules between templates kept.
 *
 * @since 0.1.0
 */
public final class TemplateStore {

	private static final int MOST_ACTIVE = 100;

	// A hundred templates are a fraction of this, unless someone is out to harm.
	private static final long MOST_CHARACTERS = 32L * 1024 * 1024;

	private final long serverId;

	private final LongSupplier ids;

	private final Map<Long, Template> templates = new LinkedHashMap<>();

	/**
	 * Creates a store without templates.
	 * @param serverId the number of the server
	 * @param ids numbers for new templates, unique over all servers
	 */
	public TemplateStore(long serverId, LongSupplier ids) {
		this.serverId = serverId;
		this.ids = ids;
	}

	/**
	 * Returns the templates of a server.
	 * @param server the server
	 * @return its templates
	 */
	public static TemplateStore of(EmulatedServer server) {
		return server.state(TemplateStore.class, () -> new TemplateStore(server.id(), server::nextId));
	}

	/**
	 * Returns the number of the server.
	 * @return the server's ID
	 */
	public long serverId() {
		return this.serverId;
	}

	/**
	 * Returns what to make a mail from.
	 * @param id the number of the template, which counts if both are given
	 * @param alias its alias
	 * @return the content of the template and of its layout
	 * @throws ApiException with code 1101 if there is no such template to send with
	 */
	public synchronized TemplateContent content(@Nullable Long id, @Nullable String alias) {
		Template template = (id != null) ? this.templates.get(id) : active(alias);
		if (template == null || !template.active() || template.isLayout()) {
			throw unknown((id != null) ? "TemplateId" : "Alias");
		}
		return content(template.subject(), template.htmlBody(), template.textBody(), layoutOf(template));
	}

	/**
	 * Returns what is made of a subject and bodies in a layout.
	 * @param layout the alias of the layout, or {@code null}
	 * @throws ApiException with code 1101 if there is no such layout
	 */
	synchronized TemplateContent content(@Nullable String subject, @Nullable String htmlBody, @Nullable String textBody,
			@Nullable String layout) {
		return content(subject, htmlBody, textBody, (layout != null) ? layout(layout) : null);
	}

	synchronized Listed create(TemplateDraft draft) {
		Template template = linked(
				draft.over(Template.empty((draft.type() != null) ? draft.type() : TemplateType.STANDARD)), draft);
		return listed(add(checked(template, draft)));
	}

	synchronized Listed edit(String idOrAlias, TemplateDraft draft) {
		Template present = existing(idOrAlias);
		if (draft.type() != null && draft.type() != present.type()) {
			throw ApiException.unprocessable(1122, "The 'TemplateType' of a template cannot be changed.");
		}
		Template template = checked(linked(draft.over(present), draft), draft);
		requireRoom(0, template.length() - present.length());
		this.templates.put(template.id(), template);
		return listed(template);
	}

	synchronized Template delete(String idOrAlias) {
		Template template = existing(idOrAlias);
		if (active().anyMatch((other) -> other.uses(template))) {
			throw ApiException.unprocessable(1130,
					"The layout is still used by templates, which must be given another one or none before.");
		}
		this.templates.put(template.id(), template.deleted());
		return template;
	}

	/**
	 * Finds a template, deleted ones too.
	 * @throws ApiException with code 1101 if there is none
	 */
	synchronized Listed find(String idOrAlias) {
		Template template = byId(idOrAlias);
		if (template == null) {
			template = this.templates.values()
				.stream()
				.filter((candidate) -> candidate.isCalled(idOrAlias))
				.max(Comparator.comparing(Template::active).thenComparing(Template::id))
				.orElseThrow(() -> unknown(keyOf(idOrAlias)));
		}
		return listed(template);
	}

	/**
	 * Returns the templates that are not deleted, oldest first.
	 */
	synchronized List<Listed> list() {
		return active().map(this::listed).toList();
	}

	/**
	 * Takes over the templates of another server, by their aliases.
	 * @param pushed the templates, layouts first
	 * @param perform whether to do it, or only to tell what would be done
	 * @return what is (or would be) done with each
	 * @throws ApiException with code 1125 if one is of another type here, and 1105 if
	 * there is no room; nothing is done then
	 */
	synchronized List<Pushed> receive(List<Listed> pushed, boolean perform) {
		List<Pushed> plan = new ArrayList<>();
		for (Listed source : pushed) {
			Template present = active(source.template().alias());
			if (present != null && present.type() != source.template().type()) {
				throw ApiException.unprocessable(1125, "The template '" + source.template().alias()
						+ "' is of another type on the destination server.");
			}
			Long id = (present != null) ? present.id() : null;
			plan.add(new Pushed(source, id, id));
		}
		requireRoom((int) plan.stream().filter((step) -> step.replaced() == null).count(),
				plan.stream().mapToLong((step) -> step.source().template().length()).sum());
		return perform ? plan.stream().map(this::take).toList() : plan;
	}

	private Pushed take(Pushed step) {
		Listed source = step.source();
		Template layout = active(source.layoutAlias());
		long id = (step.replaced() != null) ? step.replaced() : this.ids.getAsLong();
		Template copy = source.template().withId(id).withLayout((layout != null) ? layout.id() : null);
		this.templates.put(id, copy);
		return new Pushed(source, step.replaced(), id);
	}

	private Template add(Template template) {
		requireRoom(1, template.length());
		Template added = template.withId(this.ids.getAsLong());
		this.templates.put(added.id(), added);
		return added;
	}

	/**
	 * Also forgets deleted templates, the oldest first, when there are too many of them.
	 */
	private void requireRoom(int more, long characters) {
		long deleted = this.templates.size() - active().count();
		long length = characters + this.templates.values().stream().mapToLong(Template::length).sum();
		for (Template template : List.copyOf(this.templates.values())) {
			if (!template.active() && (deleted > MOST_ACTIVE || length > MOST_CHARACTERS)) {
				this.templates.remove(template.id());
				deleted--;
				length -= template.length();
			}
		}
		if (active().count() + more > MOST_ACTIVE || length > MOST_CHARACTERS) {
			throw ApiException.unprocessable(1105,
					"A server is limited to " + MOST_ACTIVE + " active templates of bearable size.");
		}
	}

	private Template linked(Template template, TemplateDraft draft) {
		if (!draft.layoutSent() || template.isLayout()) {
			return template;
		}
		return template.withLayout((draft.layout() != null) ? layout(draft.layout()).id() : null);
	}

	private Template checked(Template template, TemplateDraft draft) {
		TemplateCheck.check(template, draft);
		Template other = active(template.alias());
		if (other != null && other.id() != template.id()) {
			throw ApiException.unprocessable(1122, "The 'Alias' '" + template.alias() + "' is taken.");
		}
		return template;
	}

	private Template existing(String idOrAlias) {
		Template template = byId(idOrAlias);
		Template found = (template != null) ? template : active(idOrAlias);
		if (found == null || !found.active()) {
			throw unknown(keyOf(idOrAlias));
		}
		return found;
	}

	private Template layout(String alias) {
		Template layout = active(alias);
		if (layout == null || !layout.isLayout()) {
			throw ApiException.unprocessable(1101,
					"The 'LayoutTemplate' associated with this request is not valid or was not found.");
		}
		return layout;
	}

	private @Nullable Template layoutOf(Template template) {
		return (template.layout() != null) ? this.templates.get(template.layout()) : null;
	}

	private Listed listed(Template template) {
		Template layout = layoutOf(template);
		return new Listed(template, (layout != null) ? layout.alias() : null);
	}

	private @Nullable Template byId(String text) {
		return text.matches("[0-9]{1,18}") ? this.templates.get(Long.parseLong(text)) : null;
	}

	private static String keyOf(String idOrAlias) {
		// No alias begins with a digit.
		return idOrAlias.matches("[0-9].*") ? "TemplateId" : "Alias";
	}

	private @Nullable Template active(@Nullable String alias) {
		return active().filter((template) -> template.isCalled(alias)).findFirst().orElse(null);
	}

	private Stream<Template> active() {
		return this.templates.values().stream().filter(Template::active);
	}

	private static TemplateContent content(@Nullable String subject, @Nullable String htmlBody,
			@Nullable String textBody, @Nullable Template layout) {
		return new TemplateContent(nonEmpty(subject), nonEmpty(htmlBody), nonEmpty(textBody),
				(layout != null) ? nonEmpty(layout.htmlBody()) : null,
				(layout != null) ? nonEmpty(layout.textBody()) : null);
	}

	private static @Nullable String nonEmpty(@Nullable String text) {
		return (text != null && !text.isEmpty()) ? text : null;
	}

	private static ApiException unknown(String key) {
		return ApiException.unprocessable(1101,
				"The Template's '" + key + "' associated with this request is not valid or was not found.");
	}

	/**
	 * A template together with the alias its layout has now.
	 */
	record Listed(Template template, @Nullable String layoutAlias) {

	}

	/**
	 * A template on its way to another server.
	 *
	 * @param source the template there
	 * @param replaced the number of the one it takes the place of here, or {@code null}
	 * @param id its number here, or {@code null} if it has none yet
	 */
	record Pushed(Listed source, @Nullable Long replaced, @Nullable Long id) {

	}

}
