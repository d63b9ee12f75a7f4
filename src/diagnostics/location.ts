/** A place in a source file of the publication. Lines and columns count from 1. */
export interface Location {
  /** Path relative to the publication's folder, with `/` separators. */
  file: string;
  line: number;
  column: number;
}
