/** Links: to other documents of the ebook, to the web, to notes. */
import type { Element, ElementContent } from "hast";
import { diagnostic } from "../../../diagnostics/diagnostic.js";
import { hasClass } from "../../../hast/class-names.js";
import type { ContentContext, ContentRule } from "./rule.js";
import { safeId } from "./rules.js";

const OUTWARD = /^(?:https?|mailto|tel|sms|ftp|urn|geo|xmpp|ircs?|news|nntp|sips?):/i;
/** The address of a document by its name, which hardly any device knows how to open, at the resolver of the DOI Foundation. */
const DOI = /^doi:\/?(?=10\.)/i;

/** Where a link to an id of the book leads from a document: `#id` at home, `file.xhtml#id` elsewhere. */
export function hrefTo(id: string, target: string, from: string): string {
  // Letters of any script stand as they are: some reading systems look for the id as it is written.
  const fragment = `#${safeId(id).replace(/[^\p{L}\p{N}._:-]/gu, encodeURIComponent)}`;
  return target === from ? fragment : `${target}${fragment}`;
}

/** `<a href>`: `#id` is found in its document; what leads out of the package must be a web address. */
export const link: ContentRule = (element, context) => {
  const { href } = element.properties;
  if (element.tagName !== "a") return element;
  if (href === undefined || href === null) return unlinked(element);
  const address = String(href).trim();
  const resolved = address.startsWith("#")
    ? insideBook(address, context)
    : outsideBook(address.replace(DOI, "https://doi.org/"));
  if (resolved === undefined) {
    reportLost(element, address, context);
    return unlinked(element);
  }
  element.properties.href = resolved;
  return element;
};

/** Its words without the link. */
function unlinked(element: Element): Element {
  const { href: _, hrefLang: _1, rel: _2, type: _3, ...properties } = element.properties;
  return { ...element, tagName: "span", properties };
}

function insideBook(address: string, context: ContentContext): string | undefined {
  const id = decode(address.slice(1));
  const target = context.targets.get(id);
  return target === undefined ? undefined : hrefTo(id, target, context.href);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare `%` is a legal part of an id.
    return text;
  }
}

/** The address as a valid URL (WHATWG), or undefined when it leads to a file that no reader has. */
function outsideBook(address: string): string | undefined {
  const isSchemeAlone = /^[a-z]+:$/i.test(address);
  if (!OUTWARD.test(address) || !URL.canParse(address) || isSchemeAlone) return undefined;
  const { protocol, host } = new URL(address);
  // The host as the network knows it, in ASCII.
  const [, user = "", rest = ""] = /^[a-z]+:[/\\]*(?:([^/?#\\]*)@)?[^/?#\\]*(.*)$/is.exec(address) ?? [];
  if (host !== "") return `${protocol}//${user && `${user}@`}${host}${escaped(rest)}`;
  return escaped(address);
}

/** Reading systems and checkers are stricter than browsers about these characters, and about a second `#`. */
function escaped(address: string): string {
  const [page, ...fragment] = address.split("#");
  const once = fragment.length === 0 ? address : `${page}#${fragment.join("%23")}`;
  return once.replace(/[\s"<>\\^`{|}[\]]|%(?![\da-f]{2})/gi, encodeURIComponent);
}

function reportLost(element: Element, address: string, context: ContentContext): void {
  context.report(
    diagnostic(
      "epub-link-lost",
      `The link to “${address}” leads nowhere in the ebook, so it is left out`,
      context.locate(element),
      "Link to a section of the publication, or give the whole address: https://…",
    ),
  );
}

/** The `cite` of a quotation is a link too, but one that nobody sees: it goes when it leads nowhere. */
export const citation: ContentRule = (element) => {
  const { cite } = element.properties;
  if (cite !== undefined) element.properties.cite = outsideBook(String(cite).trim());
  return element;
};

/** A reference to a footnote: raised, and marked so that reading systems open the note in place. */
export const noteReference: ContentRule = (element) => {
  const { className, id, href, role, dir } = element.properties;
  const marked = hasClass(element.properties, "note-reference");
  // Inside its raised letters the reference comes by once more, as the child that it became.
  if (element.tagName !== "a" || !marked || role === "doc-noteref") return element;
  const properties = { id, href, className, dir, "epub:type": "noteref", role: "doc-noteref" };
  return raised({ ...element, properties });
};

function raised(reference: Element): ElementContent {
  return { type: "element", tagName: "sup", properties: {}, children: [reference] };
}
