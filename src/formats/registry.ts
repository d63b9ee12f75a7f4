/** The formats by their names. A new one has a folder here, a line here and one in `model/format.ts`. */
import type { Format } from "../model/format.js";
import { epub } from "./epub/format.js";
import type { FormatMaker, OpenFormat, Opening } from "./format.js";
import { pdf } from "./pdf/format.js";
import { text } from "./text/format.js";

export const MAKERS: Readonly<Record<Format, FormatMaker>> = { pdf, epub, text };

export type OpenFormats = Readonly<Record<Format, OpenFormat>>;

export function openFormats(opening: Opening): OpenFormats {
  const opened = Object.entries(MAKERS).map(([name, maker]) => [name, maker.open(opening)]);
  return Object.fromEntries(opened) as OpenFormats;
}
