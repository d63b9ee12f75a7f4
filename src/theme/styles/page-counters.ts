/** What style sheets say of page numbers: `"Page " counter(page, decimal) " of " counter(pages)`. */
import { type CssNode, walk } from "css-tree/dist/csstree.esm";
import { counterText } from "../../language/counter-style.js";
import { type Edit, replace, type StyleSheet } from "./sheet.js";

/** Has a number with each letter of a counter style. */
const NUMBERS = Array.from({ length: 100 }, (_, n) => [n + 1, (n + 1) * 100]).flat();

/**
 * The browser does not tell `counter(page, decimal)` from `counter(page)`, for which each part of a book has digits
 * of its own. So the style gets a name that the browser keeps, as that of a style it does not know.
 */
export function decimalPageNumbers({ tree }: StyleSheet): Edit[] {
  const edits: Edit[] = [];
  walk(tree, (node) => {
    const { counter, style } = counterIn(node);
    if (counter === "page" && style?.name?.toLowerCase() === "decimal") {
      edits.push(replace(style, "colophon-decimal"));
    }
  });
  return edits;
}

/** The letters of all that stands in margin boxes with the number of a page: they are in no text of the book. */
export function lettersOfFolios(sheets: readonly StyleSheet[]): string {
  const letters = new Set<string>();
  const add = (text: string): void => [...text].forEach((letter) => void letters.add(letter));
  for (const { tree } of sheets) {
    walk(tree, (node) => {
      if (node.type !== "Declaration" || node.property?.toLowerCase() !== "content") return;
      const parts: CssNode[] = [];
      if (typeof node.value === "object") walk(node.value, (part) => void parts.push(part));
      const counters = parts.map(counterIn).filter(({ counter = "" }) => /^pages?$/.test(counter));
      if (counters.length === 0) return;
      for (const { type, value } of parts) if (type === "String") add(String(value));
      for (const { style } of counters) {
        if (style?.name !== undefined) add(NUMBERS.map((n) => counterText(style.name!, n)).join(""));
      }
    });
  }
  return [...letters].join("");
}

function counterIn({ type, name = "", children }: CssNode): {
  readonly counter?: string;
  readonly style?: CssNode;
} {
  if (type !== "Function" || !/^counters?$/i.test(name)) return {};
  const [counter, style] = [...(children ?? [])].filter((child) => child.type === "Identifier");
  return { ...(counter?.name === undefined ? {} : { counter: counter.name }), ...(style ? { style } : {}) };
}
