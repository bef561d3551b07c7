package io.github.postmarkspring.benchmarks.stub;

/**
 * What came with a token.
 *
 * @param connections the connections that were opened
 * @param requests the complete requests
 * @param mails the mails in them
 * @param duplicates the mails that had come before
 * @param bytes the length of the bodies
 * @param lost the requests that were accepted and not answered
 * @param chunked the requests without a length
 * @param extras the requests that asked for an upgrade, or for leave to continue
 */
public record Tally(long connections, long requests, long mails, long duplicates, long bytes, long lost, long chunked,
		long extras) {

	/**
	 * Return what came since an earlier time; connections are those there ever were.
	 * @param before the counts at that time
	 * @return the difference
	 */
	public Tally since(Tally before) {
		return new Tally(this.connections, this.requests - before.requests, this.mails - before.mails,
				this.duplicates - before.duplicates, this.bytes - before.bytes, this.lost - before.lost,
				this.chunked - before.chunked, this.extras - before.extras);
	}

}
