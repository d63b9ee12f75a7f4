/** The blocks of the sources in the order of the book, each with the words that it begins with. */
import type { Element } from "hast";
import { visitElements, visitNodes } from "../hast/visit.js";
import type { Book, Section } from "../model/book.js";

export interface PlacedBlock {
  /** Id of the section that it stands in. */
  readonly section: string;
  /** `file:line:column`. */
  readonly source: string;
  readonly text: string;
}

/** More than enough to tell one paragraph from the next. */
const LENGTH = 120;

export function placedBlocks({ sections }: Pick<Book, "sections">): PlacedBlock[] {
  return sections.flatMap(blocksOfSection);
}

export function blocksOfSection({ id, bodies }: Section): PlacedBlock[] {
  const blocks: PlacedBlock[] = [];
  for (const { file, tree } of bodies) {
    visitElements(tree, (element) => {
      const start = element.position?.start;
      if (start === undefined || !isPlaced(element)) return undefined;
      const source = `${file}:${start.line}:${start.column}`;
      blocks.push({ section: id, source, text: beginning(element) });
      return undefined;
    });
  }
  return blocks;
}

function beginning(element: Element): string {
  let text = "";
  visitNodes(element, (node) => {
    if (text.length >= LENGTH) return "skip";
    if (node.type === "text") text += node.value;
    return undefined;
  });
  return text.trim().slice(0, LENGTH);
}

const PLACED = new Set(
  "p,li,dt,dd,h1,h2,h3,h4,h5,h6,pre,table,tr,th,td,blockquote,figure,figcaption,img,svg,math".split(","),
);

/** Blocks of authors' HTML, which mostly hold blocks with places of their own. */
const HOLDERS = new Set(
  "div,section,article,aside,header,footer,nav,address,center,details,summary".split(","),
);

/** True for the blocks that diagnostics, the preview and the page list can name by their place in the source. */
export function isPlaced({ tagName, children }: Element): boolean {
  const hasText = () => children.some((child) => child.type === "text" && child.value.trim() !== "");
  return PLACED.has(tagName) || (HOLDERS.has(tagName) && hasText());
}
