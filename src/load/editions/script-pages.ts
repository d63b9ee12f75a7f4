/** How the pages of scripts are set, in editions whose theme is made for them. */
import type { Edition, PdfEdition } from "../../model/publication.js";
import type { Sides } from "../../model/script-pages.js";
import type { Overridable } from "../schema/schema.js";

export function describedScript({ script }: Overridable, theme: string): Pick<PdfEdition, "script"> {
  if (theme !== "screenplay") return {};
  return {
    script: {
      sceneNumbers: script?.["scene-numbers"] ?? "both",
      pages: script?.pages ?? "all",
      scenes: script?.continued === "scenes" ? "marked" : "unmarked",
      ...(script?.sides === undefined ? {} : { sides: describedSides(script.sides) }),
    },
  };
}

/** Sides are some pages of a script, with nothing behind it. */
export function describedLists({ script }: Overridable): Pick<Edition, "scriptLists"> {
  if (script?.lists === undefined || script.sides !== undefined) return {};
  return { scriptLists: [...new Set(script.lists)] };
}

type SidesDescription = NonNullable<NonNullable<Overridable["script"]>["sides"]>;

function describedSides({ scenes, character }: SidesDescription): Sides {
  const numbers = [scenes].flat().flatMap((each) => String(each).split(/[\s,;]+/));
  return {
    scenes: numbers.filter((each) => each !== ""),
    ...(character === undefined ? {} : { character }),
  };
}

/** Narrow margins: pages of a script bring their own. */
const SHEET_MARGINS = {
  "margin-top": "0.3in",
  "margin-bottom": "0.3in",
  "margin-inner": "0.3in",
  "margin-outer": "0.3in",
};

/** Sides lie on a sheet turned sideways. */
export function sheetOfSides(edition: PdfEdition): PdfEdition {
  if (edition.script?.sides === undefined) return edition;
  const { width, height } = edition.trim;
  return {
    ...edition,
    trim: { width: Math.max(width, height), height: Math.min(width, height) },
    variables: { ...SHEET_MARGINS, ...edition.variables },
    // Most scenes are on none of its pages: nothing leads to them.
    tocDepth: 1,
  };
}
