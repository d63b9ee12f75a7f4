/** What a text says of itself at its top, as values with their places. */
import type { Report } from "../../diagnostics/diagnostic.js";
import { frontMatterOf, titleBlockFields } from "../../model/front-matter.js";
import { plainSettings, readForeignYaml, readToml, type SettingsText } from "./settings-file.js";
import type { Values } from "./values.js";

/**
 * @param file of the text, relative to the publication's folder.
 * @returns undefined for a text without front matter. What cannot be read is reported, and gives no values but the title.
 */
export function frontMatterIn(text: string, file: string, report: Report): SettingsText | undefined {
  const found = frontMatterOf(text);
  if (found === undefined) return undefined;
  const { language, lines, title } = found;
  if (language === "title-block") return plainSettings(file, titleBlockValues(text));
  const all = text.replace(/^\uFEFF/, "").split(/\r\n?|\n/, lines);
  // Empty lines for the marks: every value keeps its line.
  const inner = language === "json" ? all : ["", ...all.slice(1, -1), ""];
  const read = language === "toml" ? readToml : readForeignYaml;
  const settings = read(inner.join("\n"), file, report);
  return settings.data === undefined && title !== undefined ? { ...settings, values: { title } } : settings;
}

function titleBlockValues(text: string): Values {
  const [title, authors, date] = titleBlockFields(text);
  return { title: title?.replaceAll("\n", " "), author: authors?.split(/\s*[;\n]\s*/), date };
}
