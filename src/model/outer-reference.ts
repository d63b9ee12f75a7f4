/** The class of a reference that may lead out of the book: where it does, its words stay, and it is told once. */
export const OUTER_REFERENCE = "outer-reference";
