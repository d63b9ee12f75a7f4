/** What a section of plates may say: the one source of its validation, its types and its JSON Schema. */
import * as z from "zod";
import { optional, rows } from "../shape.js";

export const captionColumns = {
  file: optional("Name of the picture, as in the folder."),
  caption: optional("What stands below it."),
  alt: optional("What it shows, for who cannot see it. Default: the description that the file itself has."),
  creator: optional("Who made it. Default: what the file says."),
  source: optional("Where it comes from."),
  licence: optional("What may be done with it. Default: what the file says."),
  made: optional("How it was made: `human`, `assisted` or `generated`."),
  tool: optional("With which program, when one has helped."),
  group: optional("Title under which it stands with others."),
};

/** A whole number in a file in which all is text. */
const count = (most: number, description: string) =>
  z
    .union([z.string(), z.number()])
    .transform(Number)
    .pipe(z.int().min(0).max(most))
    .optional()
    .describe(description);

export const platesSchema = z.strictObject({
  title: optional("Title of the section."),
  text: optional("A paragraph below the title."),
  from: z.string().describe("Folder of the pictures: beside this file, or in the publication's folder."),
  captions: rows(captionColumns, "What is said of the pictures. Those named first come first."),
  layout: z
    .enum(["rows", "contact", "full"])
    .optional()
    .describe(
      "`rows` (default): rows of one height, from margin to margin. `contact`: small, all alike, with their names. " +
        "`full`: a page each, to its edges.",
    ),
  wide: z
    .union([z.string(), z.number()])
    .transform(Number)
    .pipe(z.number().min(1).max(20))
    .optional()
    .describe(
      "How wide rows are: as so many heights of their pictures, or so many pictures of a contact sheet. Default: 5.",
    ),
  swatches: count(8, "How many colours of each picture are shown below it. Default: 0."),
  palette: count(12, "How many colours of all pictures are shown at the end. Default: 0."),
});

export type Plates = z.output<typeof platesSchema>;
export type CaptionRow = NonNullable<Plates["captions"]>[number];
