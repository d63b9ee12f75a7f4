/** Runs a program for what it prints. */
import type { Readable } from "node:stream";
import { type ChildRequest, type Ending, startChild } from "./child.js";

export interface OutputRequest extends Omit<ChildRequest, "stdio"> {
  /** Milliseconds that it may take. */
  readonly within: number;
  /** Bytes that it may print; one that prints more is ended. */
  readonly most: number;
}

export interface Output {
  readonly text: string;
  readonly ending: Ending;
}

/** What the program writes to its standard output, until it ends or is ended. */
export async function outputOf({ most, ...request }: OutputRequest): Promise<Output> {
  const child = startChild({ ...request, stdio: ["ignore", "pipe", "ignore"] });
  const parts: Buffer[] = [];
  let size = 0;
  (child.pipes[1] as Readable | undefined)?.on("data", (part: Buffer) => {
    size += part.length;
    if (size <= most) parts.push(part);
    else void child.end();
  });
  const ending = await child.ended;
  return { text: Buffer.concat(parts).toString("utf8"), ending };
}
