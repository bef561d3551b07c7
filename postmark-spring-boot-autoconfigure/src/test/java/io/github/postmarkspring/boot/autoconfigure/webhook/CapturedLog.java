package io.github.postmarkspring.boot.autoconfigure.webhook;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * All that is logged, down to TRACE, but what the container logs of the bytes of each
 * request.
 */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private final Level before = ROOT.getLevel();

	private CapturedLog() {
	}

	static CapturedLog begin() {
		CapturedLog log = new CapturedLog();
		log.setContext(ROOT.getLoggerContext());
		log.start();
		ROOT.setLevel(Level.TRACE);
		ROOT.addAppender(log);
		return log;
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (event.getLoggerName().startsWith("org.apache.") && !event.getLevel().isGreaterOrEqual(Level.INFO)) {
			return;
		}
		String failure = (event.getThrowableProxy() != null) ? ThrowableProxyUtil.asString(event.getThrowableProxy())
				: "";
		this.lines.add(event.getLevel() + " " + event.getFormattedMessage() + failure);
	}

	void clear() {
		this.lines.clear();
	}

	String text() {
		return String.join("\n", this.lines);
	}

	@Override
	public void close() {
		ROOT.detachAppender(this);
		ROOT.setLevel(this.before);
	}

}
