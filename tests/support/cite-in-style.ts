/** Cites works in a style that a test writes out, and reads the text. */
import { type Cite, citeAll } from "../../src/citations/csl/processor.js";
import { parseStyle } from "../../src/citations/csl/style.js";
import { parseMarkup } from "../../src/citations/csl/text/markup.js";
import { itemOf } from "../../src/citations/csl-json.js";
import { html } from "./csl-suite/run.js";

export interface Asked {
  /** Attributes of `citation`. */
  readonly citation?: string;
  /** What is in its layout. */
  readonly layout: string;
  /** Attributes of the layout. */
  readonly around?: string;
  /** What comes before it: locales, macros; and attributes of the style. */
  readonly before?: string;
  readonly style?: string;
  readonly kind?: "note";
  /** The whole element. */
  readonly bibliography?: string;
  readonly language?: string;
  readonly works: readonly Record<string, unknown>[];
  /** Keys of the works of each citation; all at once when there is none. */
  readonly clusters?: readonly (readonly (string | (Partial<Omit<Cite, "prefix" | "suffix">> & Affixed))[])[];
}

interface Affixed {
  readonly key: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

const WORK = { type: "book" };

export function citeInStyle(asked: Asked): { readonly texts: string[]; readonly entries: string[] } {
  const style = parseStyle(
    `<style class="${asked.kind ?? "in-text"}" version="1.0" ${asked.style ?? ""}>${asked.before ?? ""}<citation ${asked.citation ?? ""}>` +
      `<layout ${asked.around ?? ""}>${asked.layout}</layout></citation>${asked.bibliography ?? ""}</style>`,
  );
  const works = asked.works.map((work, index) => ({ ...WORK, id: `w${index + 1}`, ...work }));
  const items = new Map(works.map(itemOf).map((item) => [item.id, item]));
  const clusters = (asked.clusters ?? [[...items.keys()]]).map((cites, index) => ({
    cites: cites.map((cite) => {
      const { prefix = "", suffix = "", ...rest } = typeof cite === "string" ? { key: cite } : cite;
      return { author: "show" as const, ...rest, prefix: parseMarkup(prefix), suffix: parseMarkup(suffix) };
    }),
    mode: "parenthetical" as const,
    note: index + 1,
  }));
  const cited = citeAll(style, items, clusters, asked.language ?? "en-US");
  return {
    texts: cited.clusters.map(({ nodes }) => html(nodes)),
    entries: cited.bibliography.map(({ nodes }) => html(nodes)),
  };
}
