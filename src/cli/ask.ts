/** Questions on a terminal: each with a suggestion that Enter takes. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import type { ProgressStream } from "../report/progress-renderer.js";

/** What a person types into. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean };

export interface Question {
  readonly text: string;
  readonly suggestion: string;
  /** What is wrong with an answer, to be asked again; undefined when nothing is. */
  readonly fault?: (answer: string) => string | undefined;
}

/** The person has gone away: Ctrl-C or Ctrl-D. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
}

export interface Interview {
  ask(question: Question): Promise<string>;
  /** True for Enter, `y` and `yes`. */
  confirm(text: string): Promise<boolean>;
  close(): void;
}

/** @param output shows the questions; it is not where results go. */
export function interview(input: Input, output: ProgressStream): Interview {
  const lines = lineReader(input, output);
  return {
    async ask({ text, suggestion, fault }) {
      for (;;) {
        const shown = suggestion === "" ? `${text}: ` : `${text} (${suggestion}): `;
        const answer = (await lines.read(shown)).trim().replace(/\s+/g, " ") || suggestion;
        const wrong = fault?.(answer);
        if (wrong === undefined) return answer;
        output.write(`  ${wrong}\n`);
      }
    },
    confirm: async (text) => /^(?:y|yes)?$/i.test((await lines.read(`${text} (yes): `)).trim()),
    close: () => lines.close(),
  };
}

function lineReader(input: Input, output: ProgressStream) {
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      output.write(chunk.toString());
      done();
    },
  });
  const reader = createInterface({ input, output: sink, terminal: input.isTTY === true });
  let end: (error: Error) => void = () => undefined;
  const ended = new Promise<never>((_, reject) => {
    end = reject;
  });
  ended.catch(() => undefined);
  reader.on("close", () => end(new NoAnswerError("The questions were not answered")));
  reader.on("SIGINT", () => reader.close());
  return {
    read: (text: string) => Promise.race([reader.question(text), ended]),
    close: () => reader.close(),
  };
}
