/** Fonts that are not in the file: every machine shows others in their place (ISO 32000-1, 9.9). */
import type { Finding } from "../../../diagnostics/finding.js";
import { dictOf, entryOf, nameOf, pagesText } from "./access.js";
import type { OpenPdf } from "./open.js";
import { fontsOf, type UsedFont } from "./resources.js";

export function fontsEmbedded(pdf: OpenPdf): Finding[] {
  const missing = new Map<string, number[]>();
  for (const font of fontsOf(pdf).filter((each) => !isEmbedded(each))) {
    const name = nameOf(font.dict, "BaseFont") ?? "without a name";
    if (!missing.has(name)) missing.set(name, []);
    for (const page of font.pages) missing.get(name)!.push(page);
  }
  return [...missing].map(([name, numbers]) => ({
    code: "pdf-font-not-embedded" as const,
    message: `The font ${name} is not embedded, on ${pagesText(numbers)}`,
    hint: "Export the file again with all fonts embedded",
  }));
}

/** The glyphs of a Type 3 font are drawn in its dictionary (9.6.5). */
function isEmbedded({ dict }: UsedFont): boolean {
  if (nameOf(dict, "Subtype") === "Type3") return true;
  const descriptor = dictOf(dict, "FontDescriptor");
  return ["FontFile", "FontFile2", "FontFile3"].some((key) => entryOf(descriptor, key) !== undefined);
}
