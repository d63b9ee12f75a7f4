/** What keeps a format from being made on a machine, and is no fault of the book. */

/** A program that a format is made with is not there. What can be made without it is made. */
export class MissingProgram extends Error {
  /** In words that follow “without”: `a browser`. */
  readonly program: string;

  constructor(program: string, message: string) {
    super(message);
    this.program = program;
  }
}
