/** The boxes of pages: the trimmed page inside its bleed inside the sheet (ISO 32000-1, 14.11.2). */
import type { Finding } from "../../../diagnostics/finding.js";
import { numbersOf, pagesText } from "./access.js";
import type { OpenPdf, PdfPage } from "./open.js";
import { inherited } from "./page-tree.js";

/** Left, bottom, right, top, in points. */
type Box = readonly [number, number, number, number];

/** Programs round to a hundredth of a point. */
const TOLERANCE = 0.1;

/** Each must lie inside of the next. */
const NESTING = ["TrimBox", "BleedBox", "MediaBox"] as const;

export function pageBoxes({ pages }: OpenPdf): Finding[] {
  const faults = new Map<string, number[]>();
  for (const page of pages) {
    for (const fault of faultsOf(page)) {
      if (!faults.has(fault)) faults.set(fault, []);
      faults.get(fault)!.push(page.number);
    }
  }
  return [...faults].map(([fault, numbers]) => ({
    code: "pdf-page-box" as const,
    message: `${fault} on ${pagesText(numbers)}`,
    hint: "Set TrimBox to the page after cutting, BleedBox to that with its bleed, MediaBox to the whole sheet",
  }));
}

function faultsOf(page: PdfPage): string[] {
  const media = boxOf(page, "MediaBox");
  if (media === undefined) return ["There is no MediaBox"];
  const boxes = { MediaBox: media, BleedBox: boxOf(page, "BleedBox"), TrimBox: boxOf(page, "TrimBox") };
  const empty = NESTING.filter((name) => boxes[name] !== undefined && isEmpty(boxes[name]));
  if (empty.length > 0) return empty.map((name) => `The ${name} is empty`);
  const given = NESTING.flatMap((name) => {
    const box = boxes[name];
    return box === undefined ? [] : [{ name, box }];
  });
  return given.slice(1).flatMap((outer, index) => {
    const inner = given[index]!;
    return isInside(inner.box, outer.box) ? [] : [`The ${inner.name} sticks out of the ${outer.name}`];
  });
}

/** A page may have it from its ancestors. Corners may stand in any order (7.9.5). */
function boxOf({ node }: PdfPage, name: string): Box | undefined {
  const numbers = numbersOf(node.context, inherited(node, name));
  const [a, b, c, d] = numbers;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function isEmpty([left, bottom, right, top]: Box): boolean {
  return right - left <= 0 || top - bottom <= 0;
}

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner[0] >= outer[0] - TOLERANCE &&
    inner[1] >= outer[1] - TOLERANCE &&
    inner[2] <= outer[2] + TOLERANCE &&
    inner[3] <= outer[3] + TOLERANCE
  );
}
