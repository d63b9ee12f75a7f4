/** How a print edition looks: its styles, the fonts for all its letters, its templates and what they show. */
import type { Report } from "../../diagnostics/diagnostic.js";
import type { PdfEdition } from "../../model/publication.js";
import { servedAddress } from "../../model/served.js";
import type { Theme } from "../../model/theme.js";
import { letEventsRun } from "../../runtime/event-loop.js";
import type { ThemeFonts } from "../../theme/fonts/fonts.js";
import { reportLackingFeatures } from "../../theme/fonts/lacking-features.js";
import { settingsOf } from "../../theme/fonts/wanted-looks.js";
import type { BookTexts } from "../../theme/glyphs/book-texts.js";
import { completeFonts } from "../../theme/glyphs/glyphs-missing.js";
import type { ThemePicture } from "../../theme/styles/pictures.js";
import { readStyles } from "../../theme/styles/read-styles.js";
import { templatePictures } from "../../theme/templates/template-pictures.js";
import { loadTheme } from "../../theme/templates/templates.js";
import type { MakingContext } from "../format.js";

export interface Dressing {
  readonly theme: Theme;
  /** The style sheet, and the fonts that it imports and that stand in for them. */
  readonly fonts: ThemeFonts;
  /** Pictures of styles and templates, by their names. */
  readonly pictures: ReadonlyMap<string, ThemePicture>;
  /** See `Produced.themeFiles`. */
  readonly files: ReadonlyMap<string, string>;
}

/** @param texts all that is set in type: each letter of it is to have a glyph. */
export async function dress(
  edition: PdfEdition,
  texts: BookTexts,
  context: Pick<MakingContext, "root" | "limits" | "store" | "helpers">,
  report: Report,
): Promise<Dressing> {
  const { root, limits, store, helpers } = context;
  const { themeFolders: folders } = edition;
  const places = { theme: edition.theme, root, folders };
  const settings = settingsOf(edition.variables);
  const read = await readStyles({
    places,
    dress: "print",
    addressOf: (picture) => servedAddress("theme", picture),
    trim: edition.trim,
    settings,
    limits,
    store,
    report,
  });
  const instead = await reportLackingFeatures(read.styles, settings, read.faces, report);
  const styles = { ...read, styles: read.styles + instead };
  await letEventsRun();
  const fonts = await completeFonts(styles, texts, root, report, store);
  await letEventsRun();
  const shown = await templatePictures({
    places,
    dress: "print",
    addressOf: ({ name }) => servedAddress("theme", name),
    adapt: async (picture) => picture,
    limits,
    report,
  });
  return {
    theme: loadTheme(edition.theme, "print", root, { folders, helpers, texts: shown.texts }),
    fonts,
    pictures: new Map([...styles.pictures, ...shown.pictures]),
    files: new Map([...styles.files, ...shown.files]),
  };
}
