/** Keys of an edition for screenplays, and for what has changed since an edition was issued. */
import * as z from "zod";
import { CHANGES } from "../../model/issue.js";
import { SCENE_NUMBERS, SCRIPT_LISTS } from "../../model/script-pages.js";
import { list, text } from "./values.js";

export const script = z
  .strictObject({
    "scene-numbers": z
      .enum(SCENE_NUMBERS)
      .optional()
      .describe("The margins in which the numbers of scenes stand. Default: both."),
    continued: z
      .enum(["speeches", "scenes"])
      .optional()
      .describe(
        "What says of itself that it goes over a page: speeches, or scenes too, as in scripts that are shot from. Default: speeches.",
      ),
    pages: z
      .enum(["all", "changed"])
      .optional()
      .describe("All pages, or only those that the last issue has changed. Default: all."),
    sides: z
      .strictObject({
        scenes: z
          .union([text, z.number(), list(z.union([text, z.number()]))])
          .optional()
          .describe("Numbers of the scenes of a day: `2, 3, 6`. Default: those of the call sheet, or all."),
        "call-sheet": text
          .optional()
          .describe(
            "The call sheet of the day, which lists the scenes: a data file, as `bodymatter` names it.",
          ),
        character: text
          .optional()
          .describe("Whose sides they are, as cues have the name: of the scenes those in which they speak."),
      })
      .optional()
      .describe(
        "Only the pages with these scenes, two side by side on a sheet; what else is on them is struck out.",
      ),
    lists: list(z.enum(SCRIPT_LISTS))
      .optional()
      .describe(
        "What is listed behind a script, in this order, in ebooks and other themes too: `scenes` with their pages and their length in eighths of a page, `characters` with the number of their speeches, `locations`, and the `cast` of each scene. Sides have none.",
      ),
  })
  .optional()
  .describe(
    "How the pages of scripts are set, in a PDF with the theme `screenplay`, and what is listed behind them.",
  );

export const revision = {
  changes: z
    .enum(CHANGES)
    .optional()
    .describe(
      "How an edition shows what has changed since it was issued (`colophon revise`): words marked as put in and taken out, stars in the margin of a script with locked pages, or not at all. Default: starred for a PDF of a script, else unmarked.",
    ),
  "issues-of": z
    .string()
    .optional()
    .describe("The edition whose issues it is compared with. Default: its own."),
};
