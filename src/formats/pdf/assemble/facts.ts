/** What is in an assembled PDF, from the parts that were joined to it. */
import type { Facts, ImageFact } from "../../../model/facts.js";
import type { FolioFont } from "./folio-fonts.js";
import type { PlacedBook } from "./number-runs.js";
import { stringText } from "./reader/atoms.js";

/** The catalogue says `Marked`; a PDF has no place for more claims. */
const ACCESSIBILITY = { modes: [], sufficient: [], features: ["taggedPDF"], hazards: [] };

/** @param language of the book, as the catalogue has it. */
export function factsOf(
  { runs }: PlacedBook,
  pages: number,
  language: string,
  folioFonts: ReadonlyMap<string, FolioFont>,
): Facts {
  const outlines = runs.map(({ run }) => run.outline);
  const languages = outlines.flatMap(({ language: own, facts }) => [
    ...(own === undefined ? [] : [stringText(own)]),
    ...facts.languages,
  ]);
  const names = [
    ...outlines.flatMap(({ facts }) => facts.fonts),
    ...[...folioFonts.values()].map(({ name }) => name),
  ];
  return {
    extent: pages,
    languages: [...new Set([language, ...languages])],
    fonts: [...new Set(names)].sort(),
    images: imagesOf(runs),
    accessibility: ACCESSIBILITY,
  };
}

/** A picture that several runs show is in the file once. */
function imagesOf(runs: PlacedBook["runs"]): ImageFact[] {
  return runs.flatMap(({ run, written }) =>
    run.outline.facts.images
      .filter(({ object }) => written(object))
      .map(({ width, height, bytes }) => ({ width, height, bytes })),
  );
}
