package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.util.function.SingletonSupplier;

/**
 * One entry for each server and one for the account.
 */
class PostmarkHealthContributor implements CompositeHealthContributor, DisposableBean {

	private final LiveTokens tokens;

	private final HealthProbe probe;

	private final PostmarkHealthProperties properties;

	private final Supplier<Map<String, CachedHealth>> entries = SingletonSupplier.of(this::entries);

	/** One thread, so that no more than one question is under way. */
	private final ThreadPoolExecutor background;

	PostmarkHealthContributor(LiveTokens tokens, HealthProbe probe, PostmarkHealthProperties properties) {
		this.tokens = tokens;
		this.probe = probe;
		this.properties = properties;
		CustomizableThreadFactory threads = new CustomizableThreadFactory("postmark-health-");
		threads.setDaemon(true);
		this.background = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads,
				new ThreadPoolExecutor.DiscardPolicy());
	}

	private Map<String, CachedHealth> entries() {
		Map<String, CachedHealth> entries = new LinkedHashMap<>();
		this.tokens.all()
			.forEach((name, token) -> entries.put(name,
					new CachedHealth(this.probe, token, this.properties, this.background, System::nanoTime)));
		return entries;
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		return this.entries.get().get(name);
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		return this.entries.get()
			.entrySet()
			.stream()
			.map((entry) -> new HealthContributors.Entry(entry.getKey(), entry.getValue()));
	}

	@Override
	public void destroy() {
		this.background.shutdownNow();
	}

}
