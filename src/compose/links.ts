/** Turns links between the files of the manuscript into links inside the book. */
import { posix } from "node:path";
import type { Element, Parents } from "hast";
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { nearest } from "../diagnostics/nearest.js";
import { visitElements } from "../hast/visit.js";
import type { Location } from "../model/location.js";
import { isAddress, resolveReference } from "../model/relative-path.js";
import { type Draft, type DraftBody, locate } from "./draft.js";
import { referenceLeftOut } from "./left-out.js";
import { replaceChild, sectionTrees } from "./tree.js";

/** Links that earlier steps made lead to ids of the book already. */
const MADE_HERE = new Set(["note-reference", "cross-reference", "citation-link"]);

export function resolveLinks(draft: Draft, report: Report): void {
  const files = new Map<string, DraftBody>();
  for (const section of draft.sections) for (const body of section.bodies) files.set(body.file, body);
  for (const section of draft.sections) {
    for (const { file, tree } of sectionTrees(section)) resolveTree(draft, files, file, tree, report);
  }
}

function resolveTree(
  draft: Draft,
  files: ReadonlyMap<string, DraftBody>,
  file: string,
  tree: Parents,
  report: Report,
): void {
  visitElements(tree, (element, index, parent) => {
    const href = element.properties.href;
    if (element.tagName !== "a" || typeof href !== "string" || isMadeHere(element) || isAddress(href)) return;
    const target = findTarget(draft, files, file, href);
    if (target.id !== undefined) element.properties.href = `#${target.id}`;
    else {
      report(target.problem(locate(file, element)));
      // What cannot be followed is not a link; its text stays.
      replaceChild(parent, index, element.children);
    }
  });
}

type Target = { id: string } | { id?: undefined; problem: (at: Location) => ReturnType<typeof diagnostic> };

function findTarget(draft: Draft, files: ReadonlyMap<string, DraftBody>, from: string, href: string): Target {
  const { path, fragment } = resolveReference(from, href);
  const body = namesOf(path).flatMap((name) => files.get(name) ?? [])[0];
  if (!body && namesOf(path).some((name) => draft.leftOut.has(name))) return leftOut(path);
  if (!body) return /\.(md|markdown)$/i.test(path) ? missingFile(files, path) : outside(href);
  if (fragment === "") return { id: body.start };
  const id = body.names.get(fragment) ?? body.names.get(fragment.toLowerCase());
  if (id !== undefined) return { id };
  if (path === from && draft.anchors.has(fragment)) return { id: fragment };
  return draft.leftOut.has(fragment) ? leftOut(`#${fragment}`) : missingName(body, fragment);
}

function leftOut(name: string): Target {
  return { problem: (at) => referenceLeftOut(name, at) };
}

/** The names that a file has on the web: `one.html` for `one.md`, a folder or its index for a README. */
function namesOf(path: string): string[] {
  const readme = posix.join(path.replace(/(?<=^|\/)index\.(?:html?|md)$/, ""), "README.md");
  return [path, path.replace(/\.html?$/, ".md"), readme];
}

function isMadeHere(element: Element): boolean {
  const classes = element.properties.className;
  return Array.isArray(classes) && classes.some((name) => MADE_HERE.has(String(name)));
}

function missingFile(files: ReadonlyMap<string, DraftBody>, path: string): Target {
  const similar = nearest(path, [...files.keys()]);
  const hint = similar ? `Did you mean \`${similar}\`?` : "Add the file to a section of the publication";
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
      diagnostic("broken-link", `The link leads to \`#${fragment}\`, which is not in ${body.file}`, at, hint),
  };
}

function outside(href: string): Target {
  return {
    problem: (at) =>
      diagnostic(
        "link-outside",
        `The link leads to \`${href}\`, which is no file of the publication; only its text is kept`,
        at,
        "Link to the full address on the web, or to a file of the publication",
      ),
  };
}
