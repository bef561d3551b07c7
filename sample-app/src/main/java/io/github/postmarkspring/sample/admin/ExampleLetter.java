package io.github.postmarkspring.sample.admin;

import io.github.postmarkspring.client.template.NewTemplate;

/**
 * A template to look at on a server that has none.
 */
final class ExampleLetter {

	static final String ALIAS = "tea-letter";

	private ExampleLetter() {
	}

	static NewTemplate template() {
		return NewTemplate.standard("Tea letter", "{{season}} teas have arrived, {{name}}").alias(ALIAS).htmlBody("""
				<html>
				<body style="font-family: Georgia, serif; color: #2d2520">
				<h1>{{season}} teas</h1>
				<p>Dear {{name}}, this is what came in with the last boat:</p>
				<ul>{{#each teas}}<li><strong>{{title}}</strong>: {{note}}</li>{{/each}}</ul>
				</body>
				</html>
				""").textBody("""
				Dear {{name}}, this is what came in with the last boat:
				{{#each teas}}
				- {{title}}: {{note}}
				{{/each}}
				""");
	}

}
