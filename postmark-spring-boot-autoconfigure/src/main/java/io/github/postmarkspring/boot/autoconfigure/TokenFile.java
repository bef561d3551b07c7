package io.github.postmarkspring.boot.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.Locale;

import org.springframework.boot.io.ApplicationResourceLoader;
import org.springframework.core.io.Resource;
import org.springframework.core.io.UrlResource;

/**
 * Reads a token from a file, such as a secret that Docker or Kubernetes mounts.
 */
final class TokenFile {

	private static final int MAX_BYTES = 4096;

	private TokenFile() {
	}

	/**
	 * Read the file. Line breaks at the end are cut, editors and {@code echo} leave them;
	 * the rest is for {@link TokenCheck}.
	 */
	static String read(String property, String location) {
		if (location.isBlank()) {
			throw new TokenProblem("The property '" + property + "' is set but blank.",
					"Name a file, as 'file:/run/secrets/postmark' for example, or remove it.");
		}
		Resource resource = resource(property, location);
		byte[] content;
		try (InputStream in = open(resource)) {
			content = in.readNBytes(MAX_BYTES + 1);
		}
		catch (IOException | RuntimeException ex) {
			throw new TokenProblem(
					"The file that '" + property + "' names cannot be read: " + shown(location, resource) + " ("
							+ ex.getClass().getSimpleName() + ").",
					"Check that it exists and that this application may read it, or correct '" + property + "'.");
		}
		if (content.length > MAX_BYTES) {
			throw new TokenProblem(
					"The file that '" + property + "' names is larger than " + MAX_BYTES + " bytes, which no token is: "
							+ resource.getDescription() + ".",
					"Let '" + property + "' name a file that has the token in it and nothing else.");
		}
		// Where a byte is no ASCII this makes a character of it that no token has.
		return withoutLineBreaksAtTheEnd(new String(content, StandardCharsets.ISO_8859_1));
	}

	/** Who mistakes the property for that of the token has no path in it. */
	private static String shown(String location, Resource resource) {
		return location.matches(".*[/\\\\:.].*") ? resource.getDescription() : "it is no path, and may be a token";
	}

	/**
	 * A directory would be read as the list of its files, and a pipe may never be.
	 */
	private static InputStream open(Resource resource) throws IOException {
		if (resource.isFile() && resource.exists() && !resource.getFile().isFile()) {
			throw new FileSystemException(resource.getDescription());
		}
		return resource.getInputStream();
	}

	private static Resource resource(String property, String location) {
		Resource resource = ApplicationResourceLoader.get().getResource(location.strip());
		String scheme = scheme(location.strip());
		boolean file = scheme.isEmpty() || scheme.equals("file") || scheme.equals("classpath");
		// What a protocol resolver of the application knows is something else again.
		if (!file && (resource instanceof UrlResource || resource.isFile())) {
			throw new TokenProblem(
					"The property '" + property + "' names a location of the kind '" + scheme
							+ ":', from which no token is read.",
					"Name a file, as 'file:/run/secrets/postmark' for example.");
		}
		return resource;
	}

	/** One letter is a drive. */
	private static String scheme(String location) {
		int colon = location.indexOf(':');
		boolean scheme = colon > 1 && location.chars().limit(colon).allMatch(TokenFile::isSchemeCharacter);
		return scheme ? location.substring(0, colon).toLowerCase(Locale.ROOT) : "";
	}

	private static boolean isSchemeCharacter(int c) {
		return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.');
	}

	private static String withoutLineBreaksAtTheEnd(String text) {
		int end = text.length();
		while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
			end--;
		}
		return text.substring(0, end);
	}

}
