/** Reads a fixture of the official CSL test suite: sections between `>>=== NAME ===>>` and `<<=== NAME ===<<`. */
import { readFileSync } from "node:fs";

export interface Fixture {
  readonly mode: "citation" | "bibliography";
  readonly result: string;
  readonly style: string;
  /** CSL-JSON. */
  readonly items: string;
  readonly citationItems?: readonly (readonly CitationItem[])[];
  /** Each with the citations before and after it, by id and number of the note. */
  readonly citations?: readonly (readonly [Citation, readonly Neighbour[], readonly Neighbour[]])[];
}

export interface CitationItem {
  readonly id: string | number;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly locator?: string;
  readonly label?: string;
  readonly position?: number;
  readonly "suppress-author"?: boolean;
  readonly "author-only"?: boolean;
}

export interface Citation {
  readonly citationID: string;
  readonly citationItems: readonly CitationItem[];
  readonly properties?: { readonly noteIndex?: number; readonly mode?: string };
}

export type Neighbour = readonly [id: string, noteIndex: number];

export function readFixture(path: string): Fixture {
  const text = readFileSync(path, "utf8");
  const sections = new Map(
    [...text.matchAll(/>>=+ *([A-Z0-9-]+) *=+>>\n?([\s\S]*?)<<=+ *\1 *=+<</g)].map(([, name, body = ""]) => [
      name,
      body.replace(/\n$/, ""),
    ]),
  );
  const json = (name: string) => (sections.has(name) ? JSON.parse(sections.get(name)!) : undefined);
  return {
    mode: sections.get("MODE")?.trim() === "bibliography" ? "bibliography" : "citation",
    result: sections.get("RESULT") ?? "",
    style: sections.get("CSL")?.trim() ?? "",
    items: sections.get("INPUT") ?? "[]",
    citationItems: json("CITATION-ITEMS"),
    citations: json("CITATIONS"),
  };
}
