/** The key `script` of an edition: how the pages of a screenplay are set. */
import * as z from "zod";
import { SCENE_NUMBERS } from "../../model/publication.js";

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
  })
  .optional()
  .describe("How the pages of scripts are set, in a PDF with the theme `screenplay`.");
