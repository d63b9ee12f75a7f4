/**
 * The numbers that temml gives the rows of a formula.
 *
 * It leaves them to a counter of its styles, in columns that push the formula aside. Here a formula of one row has the
 * number of its tag beside it, like one of an id; in one of several rows those with a tag or a label have theirs, at
 * the end of the row, which `compose/number-captions.ts` fills in where the tag does not.
 */
import { equationId } from "./labels.js";
import type { MathNode } from "./temml.js";

export const ROW_NUMBER = "row-number";

/** Takes the columns for numbers out of a tree, or makes them what they are here. @param labels of the TeX. @returns the number of a formula of one row. */
export function settleNumbers(root: MathNode, labels: readonly string[]): MathNode | undefined {
  const found = numberedTable(root);
  if (!found) return undefined;
  const { table, parent } = found;
  const rows = table.children ?? [];
  const numbers = rows.map(numberOf);
  if (
    rows.length > 1 &&
    numbers.some((number, index) => number !== undefined && isShown(number, rows[index]!))
  ) {
    table.classes = [...(table.classes ?? []), "numbered-rows"];
    for (const [index, row] of rows.entries()) settleRow(row, numbers[index], labels);
    return undefined;
  }
  for (const row of rows) row.children = row.children!.slice(1, -1);
  delete table.style?.width;
  const [row] = rows;
  const content =
    row?.children?.length === 1 && row.classes?.includes("tml-tageqn") ? row.children[0] : undefined;
  if (rows.length === 1 && content?.children?.length === 1)
    parent.children = parent.children!.map((child) => (child === table ? content.children![0]! : child));
  return rows.length === 1 && numbers[0]?.classes?.includes("tml-tag") ? numbers[0] : undefined;
}

function settleRow(row: MathNode, number: MathNode | undefined, labels: readonly string[]): void {
  if (number === undefined) return;
  const id = row.attributes?.id;
  // temml keeps letters, digits and hyphens.
  const label = labels.find((each) => each.replace(/[^A-Za-z0-9\-_]/g, "") === id);
  if (isShown(number, row)) {
    const isTag = number.classes?.includes("tml-tag");
    if (!isTag) number.children = [];
    number.classes = [ROW_NUMBER];
    if (label !== undefined) row.attributes!.id = equationId(label);
  } else {
    number.children = [];
    delete row.attributes?.id;
  }
}

/** Rows without a tag are numbered when something may refer to them. */
function isShown(number: MathNode, row: MathNode): boolean {
  return (
    number.classes?.includes("tml-tag") === true || (isCounted(number) && row.attributes?.id !== undefined)
  );
}

/** What stands in the last column of a row that temml numbers. */
function numberOf(row: MathNode): MathNode | undefined {
  return row.children?.at(-1)?.children?.at(-1);
}

function isCounted(number: MathNode): boolean {
  return number.children?.some(({ classes }) => classes?.includes("tml-eqn")) === true;
}

function numberedTable(node: MathNode): { readonly table: MathNode; readonly parent: MathNode } | undefined {
  if (!Array.isArray(node.children)) return undefined;
  for (const child of node.children) {
    const isNumbered =
      child.type === "mtable" &&
      child.children?.some((row) => {
        const number = numberOf(row);
        return number !== undefined && (number.classes?.includes("tml-tag") || isCounted(number));
      });
    if (isNumbered) return { table: child, parent: node };
    if (child.type === "mtable") continue;
    const within = numberedTable(child);
    if (within) return within;
  }
  return undefined;
}
