/** What a book says of how it was made, for metadata beside its file. */
import type { Book } from "../model/book.js";
import type { ProvenanceFacts } from "../model/facts.js";

/** Undefined when it says nothing. */
export function provenanceFacts({ imprint, made, resources, edition }: Book): ProvenanceFacts | undefined {
  const statements = imprint.filter(({ kind }) => kind === "provenance").map(({ text }) => text);
  const credentials = [...resources].flatMap(([path, { origin }]) =>
    origin?.credentials === true ? [path] : [],
  );
  if (edition.provenance === undefined && statements.length + made.length + credentials.length === 0)
    return undefined;
  const places = made.map(({ kind, name, statement: { made: making, tools, reviewers } }) => ({
    kind,
    name,
    made: making,
    tools,
    reviewers,
  }));
  return { statements, places, credentials };
}
