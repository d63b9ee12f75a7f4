/** Joins the works that are cited at one place, and shortens what they have in common. */
import { concat, join, plain, type Rich, text } from "./rich.js";

export interface RenderedCite {
  readonly nodes: Rich;
  /** Without its author, for a cite that follows another one of the same. */
  readonly withoutNames: Rich;
  readonly names: string;
  readonly number: number;
  /** True when words of the author's own or a locator go with it. */
  readonly isSpecial: boolean;
}

type Attributes = Readonly<Record<string, string>>;

/**
 * @param attributes of `citation`: `collapse`, `cite-group-delimiter`, `after-collapse-delimiter`.
 * @param delimiter of its `layout`.
 */
export function joinCites(
  cites: readonly RenderedCite[],
  attributes: Attributes,
  delimiter: string,
  quotes: "inside" | "outside",
): Rich {
  const { collapse } = attributes;
  if (collapse === "citation-number") return joinNumbers(cites, delimiter);
  if (collapse?.startsWith("year") || attributes["cite-group-delimiter"] !== undefined) {
    return joinAuthors(cites, attributes, delimiter, quotes);
  }
  return join(
    cites.map(({ nodes }) => nodes),
    delimiter,
    quotes,
  );
}

/** 1, 2, 3 become 1–3. */
function joinNumbers(cites: readonly RenderedCite[], delimiter: string): Rich {
  const parts: Rich[] = [];
  for (let start = 0; start < cites.length; ) {
    let end = start;
    while (isNext(cites[end]!, cites[end + 1])) end++;
    if (end - start < 2) end = start;
    const range = [cites[start]!.nodes, text("–"), cites[end]!.nodes];
    parts.push(end > start ? concat(range) : cites[start]!.nodes);
    start = end + 1;
  }
  return join(parts, delimiter);
}

function isNext(cite: RenderedCite, next: RenderedCite | undefined): boolean {
  return next !== undefined && !cite.isSpecial && !next.isSpecial && next.number === cite.number + 1;
}

/** Works of one author stand together: (Doe 2020, 2021; Roe 1999). */
function joinAuthors(
  cites: readonly RenderedCite[],
  attributes: Attributes,
  delimiter: string,
  quotes: "inside" | "outside",
): Rich {
  const groups = new Map<string, RenderedCite[]>();
  for (const cite of cites) {
    // What has no author, or words of its own before it, stands alone.
    const name = cite.names === "" ? `\u0000${groups.size}` : cite.names;
    groups.set(name, [...(groups.get(name) ?? []), cite]);
  }
  const between = attributes["cite-group-delimiter"] ?? ", ";
  const isCollapsed = attributes.collapse?.startsWith("year") === true;
  const parts = [...groups.values()].map((group) =>
    join(
      group.map(({ nodes, withoutNames }, index) =>
        isCollapsed && index > 0 ? trimStart(withoutNames) : nodes,
      ),
      between,
      quotes,
    ),
  );
  return join(parts, attributes["after-collapse-delimiter"] ?? delimiter, quotes);
}

function trimStart(nodes: Rich): Rich {
  const [first, ...rest] = nodes;
  if (first?.type !== "text" || plain(nodes).trimStart() === plain(nodes)) return nodes;
  return [{ ...first, value: first.value.replace(/^[\s,]+/, "") }, ...rest];
}
