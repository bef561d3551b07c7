package io.github.postmarkspring.benchmarks.send;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;

import io.github.postmarkspring.benchmarks.subject.Subjects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A subject in a JVM of its own, where no other one shapes what the compiler makes of the
 * code. For each load that comes on its standard input it tells what the round took.
 */
public final class SubjectProcess {

	private SubjectProcess() {
	}

	public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
		PrintStream out = System.out;
		// What is logged must not get into the conversation.
		System.setOut(System.err);
		JsonMapper json = JsonMapper.shared();
		Subjects subject = Subjects.valueOf(args[0]);
		try (Crew crew = new Crew(subject.create(Integer.parseInt(args[1]), args[2]));
				BufferedReader in = new BufferedReader(new InputStreamReader(System.in))) {
			for (String load = in.readLine(); load != null; load = in.readLine()) {
				out.println(json.writeValueAsString(crew.send(json.readValue(load, Load.class))));
			}
		}
	}

}
