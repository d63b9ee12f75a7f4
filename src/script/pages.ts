/** The pages of a script, as they are planned. */
import type { ElementContent } from "hast";
import type { LineKind } from "./measures.js";
import type { Paragraph } from "./units.js";
import type { Line } from "./wrap.js";

/** Words that no writer has written: where a speech or a scene goes over a page. */
export interface ScriptWords {
  /** `(MORE)`. */
  readonly more: string;
  /** `(CONT'D)`. */
  readonly continued: string;
  /** `CONTINUED:`, at the head of a page on which a scene goes on. */
  readonly sceneGoesOn: string;
  /** `(CONTINUED)`, at the foot of the page before it. */
  readonly sceneContinued: string;
}

export interface PageRules {
  readonly lines: number;
  readonly words: ScriptWords;
  /** Whether pages say that a scene goes over them. */
  readonly scenes: "marked" | "unmarked";
}

/** Lines of one paragraph that stand on one page. */
export interface Block {
  readonly kind: LineKind;
  readonly paragraph: Paragraph;
  /** Empty lines above it. */
  readonly above: number;
  readonly lines: readonly Line[];
  /** What the page adds to its last line: `(CONT'D)`. */
  readonly added?: string;
}

/** Two columns of blocks, side by side. */
export interface DualBlock {
  readonly kind: "dual";
  readonly above: number;
  readonly columns: readonly [readonly Block[], readonly Block[]];
}

/** A line that only the page says. */
export interface Mark {
  readonly kind: "more" | "speech-goes-on" | "scene-continued" | "scene-goes-on";
  readonly above: number;
  readonly text: string;
  /** The number of the scene. */
  readonly number?: string;
}

export interface OtherBlock {
  readonly kind: "other";
  readonly above: number;
  readonly node: ElementContent;
}

export type PageItem = Block | DualBlock | Mark | OtherBlock;

export interface ScriptPage {
  readonly items: readonly PageItem[];
}

/** Lines that an item takes, without those above it. */
export function heightOf(item: PageItem): number {
  if (item.kind === "dual") return Math.max(...item.columns.map(heightOfAll));
  return "lines" in item ? item.lines.length : 1;
}

function heightOfAll(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block, index) => sum + block.lines.length + (index > 0 ? block.above : 0), 0);
}

/** The lines of the script on an item. */
export function linesOfItem(item: PageItem): readonly Line[] {
  if (item.kind === "dual") return item.columns.flatMap((column) => column.flatMap(({ lines }) => lines));
  return "lines" in item ? item.lines : [];
}
