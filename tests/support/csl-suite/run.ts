/** Runs a fixture of the official CSL test suite, and writes what comes out as the suite does. */

import { type Cite, type Cited, type Cluster, citeAll } from "../../../src/citations/csl/processor.js";
import { parseStyle } from "../../../src/citations/csl/style.js";
import { parseMarkup } from "../../../src/citations/csl/text/markup.js";
import type { Rich } from "../../../src/citations/csl/text/rich.js";
import { itemOf } from "../../../src/citations/csl-json.js";
import type { Item } from "../../../src/citations/item.js";
import type { Citation, CitationItem, Fixture } from "./fixture.js";

const POSITIONS = ["first", "subsequent", "ibid", "ibid-with-locator"] as const;

export function runFixture(fixture: Fixture): string {
  const items = worksIn(fixture.items);
  const style = parseStyle(fixture.style);
  const known = new Map(items.map((item) => [item.id, item]));
  const cite = (clusters: readonly Cluster[], uncited: readonly string[]) =>
    citeAll(style, known, clusters, "en-US", undefined, uncited);
  const keys = [...known.keys()];
  if (fixture.citations) return runCitations(fixture, (clusters) => cite(clusters, []));
  // All works are known before the first is cited: a citation of all comes first, and is not shown.
  const all: Cluster = { cites: keys.map((id) => citeOf({ id }, "first")), mode: "parenthetical" };
  const order = style.bibliography ? cite([all], keys).bibliography.map(({ key }) => key) : keys;
  const asked = (fixture.citationItems ?? [order.map((id): CitationItem => ({ id }))]).map(
    (each): Cluster => ({
      cites: each.map((item) => citeOf(item, POSITIONS[item.position ?? 0]!)),
      mode: "parenthetical",
    }),
  );
  const cited = cite([all, ...asked], keys);
  return fixture.mode === "bibliography"
    ? bibliography(cited)
    : cited.clusters
        .slice(1)
        .map(({ nodes }) => html(nodes) || EMPTY)
        .join("\n");
}

/** Some works of the suite have no id. */
function worksIn(json: string): Item[] {
  const works = JSON.parse(json) as Record<string, unknown>[];
  return works.map((work, index) => itemOf({ id: `item ${index}`, ...work }, index));
}

function citeOf(item: CitationItem, position?: Cite["position"]): Cite {
  return {
    key: String(item.id),
    prefix: parseMarkup(item.prefix ?? ""),
    suffix: parseMarkup(item.suffix ?? ""),
    author: item["author-only"] ? "only" : item["suppress-author"] ? "omit" : "show",
    ...(item.locator ? { locator: String(item.locator) } : {}),
    ...(item.label ? { label: item.label } : {}),
    ...(position ? { position } : {}),
  };
}

/** Citations come one after the other; what the last state of the text is counts. */
function runCitations(fixture: Fixture, cite: (clusters: readonly Cluster[]) => Cited): string {
  const known = new Map((fixture.citations ?? []).map(([citation]) => [citation.citationID, citation]));
  const [citation, previous, next] = fixture.citations!.at(-1)!;
  const own = [citation.citationID, citation.properties?.noteIndex ?? 0] as const;
  const order = [...previous, own, ...next];
  const cited = cite(order.map(([id, note]) => clusterOf(known.get(id)!, note)));
  if (fixture.mode === "bibliography") return bibliography(cited);
  return cited.clusters.map(({ nodes }, index) => `[${index}] ${html(nodes)}`).join("\n");
}

function clusterOf({ citationItems, properties }: Citation, note: number): Cluster {
  return {
    cites: citationItems.map((item) => citeOf(item)),
    mode: properties?.mode === "composite" ? "in-text" : "parenthetical",
    ...(note > 0 ? { note } : {}),
  };
}

/** Text that is compared: blanks around blocks are nothing, and which citation has changed is not told. */
export function normalized(result: string): string {
  return result
    .trim()
    .replace(/\s*(<\/?div[^>]*>)\s*/g, "$1")
    .replace(/^(?:>>|\.\.)(?=\[)/gm, "");
}

function bibliography(cited: Cited): string {
  const shown = cited.bibliography.filter(({ nodes }) => nodes.length > 0);
  const entries = shown.map(({ nodes }) => `  <div class="csl-entry">${html(nodes)}</div>\n`);
  return `<div class="csl-bib-body">\n${entries.join("")}</div>`;
}

/** What a citation of which the style writes nothing is in the suite. */
const EMPTY = "[CSL STYLE ERROR: reference with no printed form.]";

const STYLES: Readonly<Record<string, string>> = {
  "csl-small-caps": "font-variant:small-caps;",
  "csl-no-caps": "font-variant:normal;",
  "csl-upright": "font-style:normal;",
  "csl-light": "font-weight:normal;",
};

export function html(nodes: Rich): string {
  return nodes
    .map((node) => {
      if (node.type === "text")
        return node.value.replace(/&/g, "&#38;").replace(/</g, "&#60;").replace(/>/g, "&#62;");
      if (node.type !== "element") return "";
      const inside = html(node.children);
      const [name = ""] = (node.properties.className as string[] | undefined) ?? [];
      if (/^csl-(?:block|left-margin|right-inline|indent)$/.test(name))
        return `<div class="${name}">${inside}</div>`;
      if (node.tagName === "a") return inside;
      if (node.tagName === "u") return `<span style="text-decoration:underline;">${inside}</span>`;
      if (name === "csl-baseline") return `<span style="baseline">${inside}</span>`;
      return node.tagName === "span"
        ? `<span style="${STYLES[name] ?? ""}">${inside}</span>`
        : `<${node.tagName}>${inside}</${node.tagName}>`;
    })
    .join("");
}
