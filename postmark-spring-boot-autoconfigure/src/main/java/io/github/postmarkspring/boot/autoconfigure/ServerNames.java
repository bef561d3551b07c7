package io.github.postmarkspring.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The names below {@code postmark.servers}.
 */
final class ServerNames {

	static final String PREFIX = "postmark.servers";

	private static final ConfigurationPropertyName SERVERS = ConfigurationPropertyName.of(PREFIX);

	private static final int NAME = SERVERS.getNumberOfElements();

	private static final Set<String> PROPERTIES = Set.of("token", "tokenlocation", "defaults");

	private static final Pattern USABLE = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*");

	private ServerNames() {
	}

	/**
	 * Return the names in order, each as it is written. An environment variable cannot
	 * say how a name is written, so it goes by what another source says.
	 */
	static List<String> of(Environment environment) {
		Map<String, String> written = new TreeMap<>();
		Map<String, String> inVariables = new TreeMap<>();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			refuseAValue(source);
			boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
			if (source instanceof IterableConfigurationPropertySource properties) {
				properties.stream()
					.filter((property) -> SERVERS.isAncestorOf(property) && (!variables || isOfAServer(property)))
					.forEach((property) -> collect(property, variables ? inVariables : written));
			}
		}
		inVariables.forEach(written::putIfAbsent);
		return new ArrayList<>(written.values());
	}

	private static void refuseAValue(ConfigurationPropertySource source) {
		ConfigurationProperty value = source.getConfigurationProperty(SERVERS);
		if (value != null && !value.getValue().toString().isEmpty()) {
			// Not bound, because that would show it.
			throw refused("The property '" + PREFIX + "' has a value of its own.",
					"Give each server a name below it: '" + PREFIX + ".newsletter.token' for example.");
		}
	}

	/**
	 * In a variable every underscore may stand for a dash or a dot:
	 * {@code POSTMARK_SERVERS_MY_SERVER_TOKEN} is no server {@code my}.
	 */
	private static boolean isOfAServer(ConfigurationPropertyName variable) {
		return variable.getNumberOfElements() == NAME + 1
				|| PROPERTIES.contains(variable.getElement(NAME + 1, Form.UNIFORM));
	}

	private static void collect(ConfigurationPropertyName property, Map<String, String> names) {
		String name = property.getElement(NAME, Form.ORIGINAL);
		if (property.getNumberOfElements() == NAME + 1) {
			// Not bound, because that would show it.
			throw refused("The property '" + PREFIX + "." + name + "' has a value of its own.",
					"If that is a token, rename the property to '" + PREFIX + "." + name + ".token'.");
		}
		if (property.isNumericIndex(NAME) || !USABLE.matcher(name).matches()) {
			throw refused(
					"The name '" + shown(name) + "' of a server in '" + PREFIX + "' cannot be part of a bean name.",
					"Take letters, digits and single dashes, beginning with a letter: 'newsletter' for example.");
		}
		if (name.equalsIgnoreCase(PostmarkConnectionDetails.DEFAULT_SERVER)) {
			throw refused("A server in '" + PREFIX + "' is named '" + name + "', which stands for the server of '"
					+ TokenKey.SERVER.property() + "'.", "Give it another name.");
		}
		String before = names.putIfAbsent(property.getElement(NAME, Form.UNIFORM), name);
		if (before != null && !before.equals(name)) {
			throw refused(
					"There are two servers of one name in '" + PREFIX + "': '" + before + "' and '" + name
							+ "' are the same to Spring Boot.",
					"Write the name in one way, or give one of them another.");
		}
	}

	/** The form in which Boot compares names. */
	static String uniform(String name) {
		return name.replace("-", "").toLowerCase(Locale.ROOT);
	}

	private static String shown(String name) {
		String oneLine = name.replaceAll("[^ -~]", "?");
		return (oneLine.length() > 60) ? oneLine.substring(0, 60) + "…" : oneLine;
	}

	private static FailureAnalyzedException refused(String description, String action) {
		return new FailureAnalyzedException(description, action);
	}

	/**
	 * Return the name as the beginning of a bean name: {@code my-server} as
	 * {@code myServer}.
	 */
	static String beanPrefix(String name) {
		StringBuilder bean = new StringBuilder();
		for (String part : name.split("-")) {
			bean.append(bean.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
				.append(part.substring(1));
		}
		return bean.toString();
	}

}
