/** Keeps the hang of continued lines of code a whole number of tab stops, where a style sheet changes those. */
import { walk } from "css-tree/dist/csstree.esm";
import type { Edit, StyleSheet } from "./sheet.js";

/** Columns that a continued line hangs at least. */
const LEAST = 4;

/** A `--hang` behind every `tab-size` (`styles/base/print/4-code.css`). */
export function hangOfTabs({ tree, text }: StyleSheet): Edit[] {
  const edits: Edit[] = [];
  walk(tree, (node) => {
    if (node.type !== "Declaration" || !/^(?:-moz-)?tab-size$/i.test(node.property ?? "")) return;
    if (typeof node.value !== "object") return;
    const { start, end } = node.value.loc;
    const value = text.slice(start.offset, end.offset).replace(/!.*$/s, "").trim();
    const hang = hangFor(value);
    if (hang !== undefined) edits.push({ start: end.offset, end: end.offset, text: `; --hang: ${hang}` });
  });
  return edits;
}

function hangFor(tabSize: string): string | undefined {
  if (/^\d+$/.test(tabSize)) {
    const columns = Number(tabSize);
    return columns === 0 ? undefined : `${columns * Math.ceil(LEAST / columns)}ch`;
  }
  return /^[\d.]+[a-z]+$/i.test(tabSize) ? tabSize : undefined;
}
