/** How the pages of scripts are set, in editions whose theme is made for them. */
import type { PdfEdition } from "../../model/publication.js";
import type { Overridable } from "../schema/schema.js";

export function describedScript({ script }: Overridable, theme: string): Pick<PdfEdition, "script"> {
  if (theme !== "screenplay") return {};
  return {
    script: {
      sceneNumbers: script?.["scene-numbers"] ?? "both",
      pages: script?.pages ?? "all",
      scenes: script?.continued === "scenes" ? "marked" : "unmarked",
    },
  };
}
