/** Lines of a text that is put together from several files, each with the place it came from. */

export interface Line {
  readonly text: string;
  /** Line of the section's own file that it stands for, from 0. */
  readonly origin: number;
}

export function splitLines(text: string): string[] {
  return text.split(/\r\n?|\n/);
}
