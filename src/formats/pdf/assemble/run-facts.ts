/** What is in the PDF of a run, for the facts of the book. */
import { nameText, stringText } from "./reader/atoms.js";
import type { PrintedPdf } from "./reader/printed-pdf.js";
import { isDict, isReference, isStream, isString, type PdfDict, type PdfObject } from "./reader/values.js";

export interface RunFacts {
  /** Of its structure elements (BCP 47). */
  readonly languages: readonly string[];
  /** PostScript names, without the letters that mark a subset (ISO 32000-1, 9.6.4). */
  readonly fonts: readonly string[];
  readonly images: readonly RunImage[];
}

export interface RunImage {
  /** Of its object in the run. */
  readonly object: number;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** As they are in the file. */
  readonly bytes: number;
}

export interface RunFactsCounter {
  /** @param number of the object in the run. */
  see(object: PdfObject, number: number): void;
  /** Of all objects that were seen. */
  found(): RunFacts;
}

/** @param numberOf the number in the run of an object of the file. */
export function countRunFacts(pdf: PrintedPdf, numberOf: (reference: number) => number): RunFactsCounter {
  const languages = new Set<string>();
  const fonts = new Set<string>();
  const images: RunImage[] = [];
  const masks = new Set<number>();
  const image = (dict: PdfDict, bytes: number, object: number): void => {
    const mask = dict.get("/SMask");
    if (isReference(mask)) masks.add(numberOf(mask));
    const [width, height] = [pdf.number(dict.get("/Width")), pdf.number(dict.get("/Height"))];
    images.push({ object, width, height, bytes });
  };
  return {
    see(object, number) {
      if (isStream(object)) {
        if (object.dict.get("/Subtype") === "/Image") image(object.dict, object.data.length, number);
      } else if (isDict(object)) {
        const [name, language] = [object.get("/FontName"), object.get("/Lang")];
        if (typeof name === "string") fonts.add(nameText(name).replace(/^[A-Z]{6}\+/, ""));
        if (isString(language)) languages.add(stringText(language));
      }
    },
    // What makes parts of a picture transparent is none of its own (11.6.5.3).
    found: () => ({
      languages: [...languages],
      fonts: [...fonts],
      images: images.filter(({ object }) => !masks.has(object)),
    }),
  };
}
