/** A place in a source file of the publication. Lines and columns count from 1. */
export interface Location {
  /** Path relative to the publication's folder, with `/` separators. */
  file: string;
  line: number;
  column: number;
}

/** @param text `file:line:column`; anything else has no place. */
export function locationFrom(text: string): Location | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(text);
  return match ? { file: match[1]!, line: Number(match[2]), column: Number(match[3]) } : undefined;
}
