/** The external links of books, with the places that have them. */
import type { RootContent } from "hast";
import type { Location } from "../../diagnostics/location.js";
import type { Book } from "../../model/book.js";
import type { FoundLink } from "./links.js";

/** Links of a composed book, at their place in the Markdown. */
export function addressesOfBook(book: Book): FoundLink[] {
  return book.sections.flatMap(({ bodies, notes }) => [
    ...bodies.flatMap(({ file, tree }) => addressesIn(tree.children, { file, line: 1, column: 1 })),
    ...notes.flatMap(({ children, location }) => addressesIn(children, location)),
  ]);
}

function addressesIn(nodes: readonly RootContent[], near: Location): FoundLink[] {
  return nodes.flatMap((node): FoundLink[] => {
    if (node.type !== "element") return [];
    const start = node.position?.start;
    const location = start ? { file: near.file, line: start.line, column: start.column } : near;
    const { href } = node.properties;
    const own = node.tagName === "a" && typeof href === "string" ? [{ address: href, location }] : [];
    return [...own, ...addressesIn(node.children, location)];
  });
}
