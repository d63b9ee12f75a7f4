/** Tags: what a screen reader needs to read a PDF in its order (ISO 32000-1, 14.7 and 14.8). */
import { PDFArray, PDFBool, PDFDict, PDFName, type PDFObject } from "@cantoo/pdf-lib";
import type { Finding } from "../../../diagnostics/finding.js";
import { dictOf, entryOf, nameOf, textOf, treeEntries } from "./access.js";
import type { OpenPdf } from "./open.js";
import type { Work } from "./work-limit.js";

/** Longer role maps are loops. */
const LONGEST_ROLE_CHAIN = 10;

const EXPORT_TAGGED = "Export it as a tagged PDF (in many programs: “accessible” or “PDF/UA”)";

interface Element {
  readonly role: string;
  readonly dict: PDFDict;
  readonly parent: Element | undefined;
}

export function tags(pdf: OpenPdf): Finding[] {
  const root = dictOf(pdf.catalog, "StructTreeRoot");
  const marked = entryOf(dictOf(pdf.catalog, "MarkInfo"), "Marked");
  if (root === undefined || marked !== PDFBool.True) {
    const lack = root === undefined ? "has no structure tree" : "is not marked as tagged";
    return [finding(`The PDF is not tagged: it ${lack}`, EXPORT_TAGGED, "pdf-not-tagged")];
  }
  const elements = elementsOf(root, pdf.work);
  return [...headings(elements), ...figures(elements), ...pageLabels(pdf)];
}

function headings(elements: readonly Element[]): Finding[] {
  const levels = elements.flatMap(({ role }) => (/^H\d*$/.test(role) ? [Number(role.slice(1) || 0)] : []));
  if (levels.length === 0)
    return [finding("The PDF has no headings", "Make its titles headings, not large text")];
  let last = levels[0] ?? 0;
  for (const level of levels) {
    if (last > 0 && level > last + 1) {
      const message = `A heading of level ${level} follows one of level ${last}`;
      return [finding(message, "Step down one level at a time")];
    }
    last = level;
  }
  return [];
}

/** A figure is described by its own text, or by that of a picture in it. */
function figures(elements: readonly Element[]): Finding[] {
  const described = new Set<Element>();
  for (const element of elements.filter(({ dict }) => textOf(dict, "Alt") || textOf(dict, "ActualText"))) {
    for (let each: Element | undefined = element; each && !described.has(each); each = each.parent)
      described.add(each);
  }
  const bare = elements.filter((each) => each.role === "Figure" && !described.has(each)).length;
  if (bare === 0) return [];
  const message = bare === 1 ? "A figure has" : `${bare} figures have`;
  return [finding(`${message} no text that describes what is shown`, "Give each an alternative text")];
}

/** Without them a viewer counts the sheets, and no page has the number that is printed on it (12.4.2). */
function pageLabels({ catalog }: OpenPdf): Finding[] {
  if (treeEntries(dictOf(catalog, "PageLabels"), "Nums").length > 0) return [];
  const hint = "Give the pages labels, so that viewers go by the numbers printed on them";
  return [finding("The PDF has no page labels", hint)];
}

/** In reading order, each once. */
function elementsOf(root: PDFDict, work: Work): Element[] {
  const roles = dictOf(root, "RoleMap");
  const elements: Element[] = [];
  const seen = new Set<PDFObject>();
  const open: Branch[] = [{ node: entryOf(root, "K"), parent: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, parent } = next;
    work.step();
    if (node === undefined || seen.has(node)) continue;
    seen.add(node);
    if (node instanceof PDFArray) {
      for (const kid of node.asArray().toReversed()) open.push({ node: root.context.lookup(kid), parent });
    } else if (node instanceof PDFDict) {
      const role = nameOf(node, "S");
      if (role === undefined) continue;
      const element = { role: standardRole(role, roles), dict: node, parent };
      elements.push(element);
      open.push({ node: entryOf(node, "K"), parent: element });
    }
  }
  return elements;
}

interface Branch {
  readonly node: PDFObject | undefined;
  readonly parent: Element | undefined;
}

function standardRole(role: string, roles: PDFDict | undefined): string {
  let found = role;
  for (let step = 0; step < LONGEST_ROLE_CHAIN; step += 1) {
    const next = roles?.lookup(PDFName.of(found));
    if (!(next instanceof PDFName)) break;
    found = next.decodeText();
  }
  return found;
}

function finding(
  message: string,
  hint: string,
  code: "pdf-not-tagged" | "pdf-accessibility" = "pdf-accessibility",
): Finding {
  return { code, message, hint };
}
