/** What every tree goes through, whatever its text was written in. */
import type { Root } from "hast";
import { setAnchors } from "./anchors.js";
import { annotate } from "./annotate.js";
import { leaveOutEmptyHeadings } from "./empty-headings.js";
import { highlight } from "./highlight.js";
import { readLooseness } from "./looseness.js";
import { modernise } from "./modernise.js";
import { markNumberColumns } from "./number-columns.js";
import { sanitise } from "./sanitise.js";
import { markSceneBreaks } from "./scene-breaks.js";
import type { TreeContext, TreeStep } from "./step.js";

/** In this order: what a later step adds to the tree needs no check by an earlier one. */
const TREE_STEPS: readonly TreeStep[] = [
  modernise,
  readLooseness,
  sanitise,
  leaveOutEmptyHeadings,
  setAnchors,
  markSceneBreaks,
  markNumberColumns,
  highlight,
  annotate,
];

/** Leaves in the tree what a book may have, in its place. */
export function finishTree(tree: Root, context: TreeContext): void {
  for (const step of TREE_STEPS) step(tree, context);
}
