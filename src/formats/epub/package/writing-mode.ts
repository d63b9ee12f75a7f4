/** Ebooks whose lines run down the page: their styles, and where the next page is. */
import type { Edition, WritingMode } from "../../../model/publication.js";
import { namedByFlow } from "../../../theme/styles/flow-sides.js";

export function writingModeOf(edition: Edition): WritingMode {
  return edition.format === "epub" ? (edition.writingMode ?? "horizontal-tb") : "horizontal-tb";
}

/** Where the next page is, and the mark by which Kindle knows vertical books (KDP, “Enhanced typesetting”). */
export function progressionOf(edition: Edition, direction: unknown) {
  const mode = writingModeOf(edition);
  if (mode === "horizontal-tb") return { progression: direction };
  return { progression: mode === "vertical-rl" ? "rtl" : "ltr", primaryWritingMode: mode };
}

export function withWritingMode(styles: string, edition: Edition): string {
  const mode = writingModeOf(edition);
  if (mode === "horizontal-tb") return styles;
  return `${namedByFlow(styles)}
html {
  -epub-writing-mode: ${mode};
  -webkit-writing-mode: ${mode};
  writing-mode: ${mode};
}
${VERTICAL}`;
}

/** Two figures or signs stand side by side in the line; pictures stand upright, and fit into the page both ways. */
const VERTICAL = `
.upright {
  -epub-text-combine: horizontal;
  -webkit-text-combine: horizontal;
  text-combine-upright: all;
}

img,
svg {
  max-width: 80vw;
  max-height: 90vh;
}

pre,
code {
  text-orientation: mixed;
}
`;
