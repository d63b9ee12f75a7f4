/** The links of a finished ebook, with the document that has them. */
import { SaxesParser } from "saxes";
import type { CheckedFile } from "../../format.js";
import type { TextFiles } from "./document.js";

export function linksOf(files: TextFiles): CheckedFile["links"] {
  const found: { readonly address: string; readonly where: string }[] = [];
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
