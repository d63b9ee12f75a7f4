/** Whether the fonts of the themes and the fallback fonts are installed. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { THEMES } from "../load/editions/themes.js";
import { PACKAGE_ROOT } from "../runtime/package-root.js";
import { takeFonts } from "../theme/fonts/fonts.js";
import { FALLBACK_FONTS } from "../theme/glyphs/fallback-fonts.js";
import { programStyles } from "../theme/styles/style-files.js";
import type { DoctorFinding, Examination } from "./finding.js";

const require = createRequire(join(PACKAGE_ROOT, "package.json"));

export const examineFonts: Examination = async () => [...THEMES.map(themeFonts), fallbackFonts()];

function themeFonts(theme: string): DoctorFinding {
  const name = { id: `fonts-${theme}`, name: `Fonts of ${theme}` };
  try {
    const { faces } = takeFonts(programStyles({ theme, root: PACKAGE_ROOT }, "print"), PACKAGE_ROOT);
    const families = [...new Set(faces.map(({ family }) => family))];
    return { ...name, status: "ok", detail: families.join(", ") };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { ...name, status: "missing", detail, hint: "Install Colophon again: npm install" };
  }
}

function fallbackFonts(): DoctorFinding {
  const name = { id: "fonts-fallback", name: "Fallback fonts" };
  const fonts = FALLBACK_FONTS.filter(({ apart }) => !apart);
  const packages = [...new Set(fonts.map((font) => font.package))];
  const absent = packages.filter((each) => !isInstalled(each));
  if (absent.length === 0) return { ...name, status: "ok", detail: `all ${packages.length} packages` };
  return {
    ...name,
    status: "optional",
    detail: `not installed: ${absent.join(", ")}`,
    hint: `For texts in these scripts: npm install ${absent.join(" ")}`,
  };
}

function isInstalled(name: string): boolean {
  const { sheets } = FALLBACK_FONTS.find((each) => each.package === name)!;
  try {
    require.resolve(`${name}/${sheets[0]}`);
    return true;
  } catch {
    return false;
  }
}
