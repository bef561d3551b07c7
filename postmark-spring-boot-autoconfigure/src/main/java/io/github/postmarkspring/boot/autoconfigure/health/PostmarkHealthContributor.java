package io.github.postmarkspring.boot.autoconfigure.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * One entry for each server and one for the account.
 */
class PostmarkHealthContributor implements CompositeHealthContributor, DisposableBean {

	private final LiveTokens tokens;

	private final HealthProbe probe;

	private final PostmarkHealthProperties properties;

	private final Map<LiveToken, CachedHealth> entries = new ConcurrentHashMap<>();

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

	private CachedHealth entry(LiveToken token) {
		return this.entries.computeIfAbsent(token,
				(key) -> new CachedHealth(this.probe, key, this.properties, this.background, System::nanoTime));
	}

	@Override
	public @Nullable HealthContributor getContributor(String name) {
		LiveToken token = this.tokens.all().get(name);
		return (token != null) ? entry(token) : null;
	}

	@Override
	public Stream<HealthContributors.Entry> stream() {
		return this.tokens.all()
			.entrySet()
			.stream()
			.map((token) -> new HealthContributors.Entry(token.getKey(), entry(token.getValue())));
	}

	@Override
	public void destroy() {
		this.background.shutdownNow();
		this.tokens.destroy();
	}

}
