/** A citation style (CSL 1.0.2) as it is written: its parts found, nothing interpreted yet. */
import { childNamed, childrenNamed, parseXml, type XmlElement } from "./xml.js";

export interface Style {
  readonly class: "in-text" | "note";
  readonly defaultLocale?: string;
  readonly macros: ReadonlyMap<string, XmlElement>;
  readonly locales: readonly XmlElement[];
  /** Words that files of their own have; those of the style come before them. */
  readonly localeFiles?: readonly XmlElement[];
  /** Options of the style itself: names, particles, page ranges. */
  readonly options: Readonly<Record<string, string>>;
  readonly citation: Area;
  readonly bibliography?: Area;
}

/** How one place where works are named is written: `citation` or `bibliography`. */
export interface Area {
  readonly attributes: Readonly<Record<string, string>>;
  readonly layout: XmlElement;
  /** Keys to sort by, the first one first. */
  readonly sort: readonly XmlElement[];
}

/** What is wrong with a style that is well-formed XML. */
export class StyleFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/**
 * @throws XmlFault when it is not well-formed, StyleFault when it is no independent style, calls
 *   a macro that is not there, or macros that multiply.
 */
export function parseStyle(xml: string): Style {
  const root = parseXml(xml);
  if (root.name !== "style") throw new StyleFault("its root is not a `style` element", root.line);
  const citation = areaOf(childNamed(root, "citation"));
  if (!citation) throw new StyleFault(dependentMessage(root), root.line);
  const macros = new Map(childrenNamed(root, "macro").map((macro) => [macro.attributes.name ?? "", macro]));
  checkMacros(root, macros);
  checkSize(root, macros);
  const bibliography = areaOf(childNamed(root, "bibliography"));
  const defaultLocale = root.attributes["default-locale"];
  return {
    class: root.attributes.class === "note" ? "note" : "in-text",
    ...(defaultLocale === undefined ? {} : { defaultLocale }),
    macros,
    locales: childrenNamed(root, "locale"),
    options: root.attributes,
    citation,
    ...(bibliography ? { bibliography } : {}),
  };
}

function areaOf(element: XmlElement | undefined): Area | undefined {
  const layout = element && childNamed(element, "layout");
  if (!element || !layout) return undefined;
  const sort = childNamed(element, "sort");
  return { attributes: element.attributes, layout, sort: sort ? childrenNamed(sort, "key") : [] };
}

/** A dependent style names another one and says nothing itself. */
function dependentMessage(root: XmlElement): string {
  const info = childNamed(root, "info");
  const parent =
    info && childrenNamed(info, "link").find((link) => link.attributes.rel === "independent-parent");
  const href = parent?.attributes.href;
  return href === undefined ? "it says nothing about citations" : `it only points to another style, ${href}`;
}

function checkMacros(element: XmlElement, macros: ReadonlyMap<string, XmlElement>): void {
  const { macro } = element.attributes;
  const calls = element.name === "text" || element.name === "key";
  if (calls && macro !== undefined && !macros.has(macro)) {
    throw new StyleFault(`it calls the macro \`${macro}\`, which is not there`, element.line);
  }
  for (const child of element.children) checkMacros(child, macros);
}

/** Elements that all macros together may stand for. The longest of the official styles has some thousands. */
const MOST_ELEMENTS = 200_000;

/** A macro that calls itself never ends, and ten that each call the next ten times do not in our time. */
function checkSize(root: XmlElement, macros: ReadonlyMap<string, XmlElement>): void {
  const sizes = new Map<XmlElement, number>();
  const open = new Set<XmlElement>();
  const sizeOf = (element: XmlElement): number => {
    const known = sizes.get(element);
    if (known !== undefined) return known;
    if (open.has(element)) throw new StyleFault("one of its macros calls itself", element.line);
    open.add(element);
    const called = macros.get(element.attributes.macro ?? "");
    const parts = called ? [called, ...element.children] : element.children;
    const size = parts.reduce((sum, each) => sum + sizeOf(each), 1);
    if (size > MOST_ELEMENTS) throw new StyleFault("its macros multiply", element.line);
    open.delete(element);
    sizes.set(element, size);
    return size;
  };
  sizeOf(root);
}
