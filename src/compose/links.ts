/** Turns links between the files of the manuscript into links inside the book. */
import { posix } from "node:path";
import type { Element, ElementContent, Parents } from "hast";
import { type Diagnostic, diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import { hasClass } from "../hast/class-names.js";
import { visitElements } from "../hast/visit.js";
import { OUTER_REFERENCE } from "../model/outer-reference.js";
import { isAddress, resolveReference, wholePath } from "../model/relative-path.js";
import { type Draft, type DraftBody, locate } from "./draft.js";
import { type LinkPlaces, linkPlaces, pageNames } from "./link-places.js";
import { referenceLeftOut } from "./reference-left-out.js";
import { replaceChild, sectionTrees } from "./tree.js";

/** Links that earlier steps made lead to ids of the book already. */
export const MADE_HERE: ReadonlySet<string> = new Set(["note-reference", "cross-reference", "citation-link"]);

export function resolveLinks(draft: Draft, report: Report): void {
  const places = linkPlaces(draft);
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) resolveTree(draft, places, file, tree, report);
  }
}

function resolveTree(draft: Draft, places: LinkPlaces, file: string, tree: Parents, report: Report): void {
  visitElements(tree, (element, index, parent) => {
    const href = element.properties.href;
    if (element.tagName !== "a" || typeof href !== "string" || isMadeHere(element) || isAddress(href)) return;
    const target = findTarget(draft, places, file, href);
    if (target.id !== undefined) element.properties.href = `#${target.id}`;
    else {
      const at = locate(file, element);
      report(hasClass(element.properties, OUTER_REFERENCE) ? ledOutside(at) : target.problem(at));
      // What cannot be followed is not a link; its text stays, and what others call it by.
      replaceChild(parent, index, withoutLink(element));
      return index;
    }
    return undefined;
  });
}

function withoutLink(link: Element): ElementContent[] {
  const { id } = link.properties;
  return id === undefined ? link.children : [{ ...link, properties: { id } }];
}

function ledOutside(at: Location): Diagnostic {
  const message = "What is documented in code is not in the book: references to it are words";
  const hint = "Link to the address of that documentation, if readers should find it";
  return diagnostic("code-documentation", message, at, hint);
}

type Target = { id: string } | { id?: undefined; problem: (at: Location) => ReturnType<typeof diagnostic> };

function findTarget(draft: Draft, places: LinkPlaces, from: string, href: string): Target {
  const { path, fragment } = resolveReference(from, href);
  const own = href.startsWith("#");
  const near = places.file(own ? from : path);
  const whole = near || own ? undefined : places.file(wholePath(from, href));
  if (whole) return { id: whole.start };
  const body =
    near ?? (own ? undefined : (fileFromRoot(href, draft, places) ?? fileFromPage(from, href, places)));
  if (!body && pageNames(path).some((name) => draft.leftOut.has(name))) return leftOut(path);
  if (!body) return isText(path) ? missingFile(places, path) : outside(href);
  if (fragment === "") return { id: body.start };
  const id = places.inFile(body, fragment);
  if (id !== undefined) return { id };
  if (path === from && draft.anchors.has(fragment)) return { id: fragment };
  if (draft.leftOut.has(fragment)) return leftOut(`#${fragment}`);
  // A web page ends where it begins.
  if (/^_?top$/i.test(fragment)) return { id: body.start };
  const elsewhere = own ? places.anywhere(fragment) : undefined;
  return elsewhere === undefined ? missingName(body, fragment) : { id: elsewhere };
}

/** Some tools count paths from the folder of all texts, or from that of the project. */
function fileFromRoot(
  href: string,
  { edition: { content = "." } }: Draft,
  places: LinkPlaces,
): DraftBody | undefined {
  const { path } = resolveReference("", href);
  if (path.startsWith("/") || path.startsWith("../")) return undefined;
  return places.file(posix.join(content, path)) ?? places.file(path);
}

/**
 * Sites that make a folder of each page have links count from there: `../b/` in `a.md` is `b.md`, or what is `/b/` on the
 * site where it goes up as far as that.
 */
function fileFromPage(from: string, href: string, places: LinkPlaces): DraftBody | undefined {
  const { path } = resolveReference(`${from.replace(/\.\w+$/, "")}/index`, href);
  if (!href.startsWith("../") || isText(path) || path.startsWith("../")) return undefined;
  return places.file(path) ?? (path.includes("/") ? undefined : places.file(`/${path}`));
}

/** True for the name of a file that could be a section. */
function isText(path: string): boolean {
  return /\.(?:md|markdown|mdown|mdx|qmd|rmd|ipynb)\/?$/i.test(path);
}

function leftOut(name: string): Target {
  return { problem: (at) => referenceLeftOut(name, at) };
}

function isMadeHere(element: Element): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.some((name) => MADE_HERE.has(String(name)));
}

function missingFile(places: LinkPlaces, path: string): Target {
  const similar = nearest(path, [...places.paths]);
  const hint = similar
    ? `Did you mean \`${similar}\`?`
    : "Add the file to the book, or link to its address on the web";
  return {
    problem: (at) =>
      diagnostic("broken-link", `The link leads to \`${path}\`, which is not part of this edition`, at, hint),
  };
}

function missingName(body: DraftBody, fragment: string): Target {
  const similar = nearest(fragment, [...body.names.keys()]);
  const hint = similar ? `Did you mean \`#${similar}\`?` : `Give the place an id: \`{#${fragment}}\``;
  return {
    problem: (at) =>
      diagnostic(
        "broken-link",
        `The link leads to \`#${fragment}\`, which is not in \`${body.file}\``,
        at,
        hint,
      ),
  };
}

function outside(href: string): Target {
  return {
    problem: (at) =>
      diagnostic(
        "link-outside",
        `The link leads to \`${href}\`, which is not a text of the publication; only its words are kept`,
        at,
        "Link to the full address on the web, or to a section of the publication",
      ),
  };
}
