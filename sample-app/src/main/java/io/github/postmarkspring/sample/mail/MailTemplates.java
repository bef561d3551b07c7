package io.github.postmarkspring.sample.mail;

import java.util.Locale;
import java.util.Map;

import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.stereotype.Component;

/**
 * The templates below {@code mail/} on the classpath. The engine is not a bean, so the
 * one that renders pages stays as Spring Boot has made it.
 */
@Component
class MailTemplates {

	private final SpringTemplateEngine engine = new SpringTemplateEngine();

	MailTemplates() {
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(getClass().getClassLoader());
		files.setPrefix("mail/");
		files.setCharacterEncoding("UTF-8");
		this.engine.setTemplateResolver(files);
	}

	/**
	 * Render a mail body.
	 * @param file the template: what ends in {@code .html} is escaped as HTML, what ends
	 * in {@code .txt} is plain text
	 * @param model what the template may show
	 * @return the body
	 */
	String render(String file, Map<String, Object> model) {
		return this.engine.process(file, new Context(Locale.ENGLISH, model));
	}

}
