/** How the pictures of a book were made, in IPTC's words: what each says itself, else what the publication declares. */
import type { Book, Resource } from "../model/book.js";
import { SOURCE_TYPE_OF, SOURCE_TYPES } from "../model/provenance.js";

/** Of a picture of the book its digital source type, an address; undefined where nothing is said. */
export function sourceTypes({ made, edition }: Pick<Book, "made" | "edition">) {
  const own = new Map(
    made.flatMap(({ kind, name, statement }) => (kind === "image" ? [[name, statement.made]] : [])),
  );
  const all = edition.provenance?.parts.images;
  const isOfAll = all !== undefined && (all.extent === undefined || all.extent === "entire");
  return ({ path, origin }: Pick<Resource, "path" | "origin">): string | undefined => {
    if (origin?.sourceType !== undefined) return SOURCE_TYPES + origin.sourceType;
    const making = own.get(path) ?? (isOfAll ? all.made : undefined);
    // Of what people made nobody knows whether it is a photograph.
    return making === undefined || making === "human" ? undefined : SOURCE_TYPE_OF[making];
  };
}
