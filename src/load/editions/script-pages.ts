/** How the pages of scripts are set, in editions whose theme is made for them. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Edition, PdfEdition } from "../../model/publication.js";
import type { Overridable } from "../schema/schema.js";
import type { Merged } from "./merged.js";
import { describedSides } from "./sides.js";

export async function describedScript(
  merged: Merged,
  theme: string,
  content: string | undefined,
  folder: Folder,
  report: Report,
): Promise<Pick<PdfEdition, "script">> {
  const { script } = merged.value;
  if (theme !== "screenplay") return {};
  return {
    script: {
      sceneNumbers: script?.["scene-numbers"] ?? "both",
      pages: script?.pages ?? "all",
      scenes: script?.continued === "scenes" ? "marked" : "unmarked",
      ...(script?.sides === undefined
        ? {}
        : { sides: await describedSides(script.sides, merged, content, folder, report) }),
    },
  };
}

/** Sides are some pages of a script, with nothing behind it. */
export function describedLists({ script }: Overridable): Pick<Edition, "scriptLists"> {
  if (script?.lists === undefined || script.sides !== undefined) return {};
  return { scriptLists: [...new Set(script.lists)] };
}
