package io.github.postmarkspring.benchmarks.send;

import java.util.List;

import io.github.postmarkspring.benchmarks.stub.StubServer;
import io.github.postmarkspring.benchmarks.subject.Subjects;

/**
 * Subjects that do the same work in turn.
 *
 * @param subjects the subjects, the peer first
 * @param distance which port they send to
 * @param load what they do in a round
 * @param pinned whether subjects and server share one core, which takes the noise of
 * wake-ups away
 * @param warmUps how many rounds come first and are not counted
 * @param rounds how many rounds are counted
 */
public record Comparison(List<Subjects> subjects, Distance distance, Load load, boolean pinned, int warmUps,
		int rounds) {

	/**
	 * Let it take more time.
	 * @param load what is done in a round
	 * @param warmUps how many rounds come first
	 * @param rounds how many are counted
	 * @return the comparison
	 */
	public Comparison with(Load load, int warmUps, int rounds) {
		return new Comparison(this.subjects, this.distance, load, this.pinned, warmUps, rounds);
	}

	/**
	 * Where the server is.
	 */
	public enum Distance {

		/** Here. */
		NEAR,

		/** 20 ms away. */
		FAR,

		/** Here, and it loses answers. */
		LOSSY;

		int port(StubServer.Ports ports) {
			return switch (this) {
				case NEAR -> ports.near();
				case FAR -> ports.far();
				case LOSSY -> ports.lossy();
			};
		}

	}

}
