/** The external links of books and ebooks, with the places that have them. */
import type { RootContent } from "hast";
import { SaxesParser } from "saxes";
import type { Location } from "../../diagnostics/location.js";
import type { TextFiles } from "../../formats/epub/check/document.js";
import type { Book } from "../../model/book.js";
import type { Mention } from "./links.js";

/** Links of a composed book, at their place in the Markdown. */
export function addressesOfBook(book: Book): Mention[] {
  return book.sections.flatMap(({ bodies, notes }) => [
    ...bodies.flatMap(({ file, tree }) => addressesIn(tree.children, { file, line: 1, column: 1 })),
    ...notes.flatMap(({ children, location }) => addressesIn(children, location)),
  ]);
}

function addressesIn(nodes: readonly RootContent[], near: Location): Mention[] {
  return nodes.flatMap((node): Mention[] => {
    if (node.type !== "element") return [];
    const start = node.position?.start;
    const location = start ? { file: near.file, line: start.line, column: start.column } : near;
    const { href } = node.properties;
    const own = node.tagName === "a" && typeof href === "string" ? [{ address: href, location }] : [];
    return [...own, ...addressesIn(node.children, location)];
  });
}

/** Links of a finished ebook, with the document that has them. */
export function addressesOfEbook(files: TextFiles): Mention[] {
  const found: Mention[] = [];
  for (const [path, text] of files) {
    const parser = new SaxesParser({ xmlns: false as const });
    // What is not well-formed is told by EPUBCheck; links before the fault are checked all the same.
    parser.on("error", () => undefined);
    parser.on("opentag", ({ name, attributes: { href } }) => {
      if (name === "a" && href !== undefined) found.push({ address: href, where: path });
    });
    parser.write(text).close();
  }
  return found;
}
