/** The `publication.yaml` that says what a project of another tool, a folder or a text is understood as. */
import { stringify } from "yaml";
import type { Description } from "../load/description.js";
import type { BodyEntryDescription } from "../load/schema/section-keys.js";

/**
 * @param file that describes the project.
 * @param schema address of the JSON Schema of `publication.yaml`, relative to the folder.
 */
export function publicationFileFor(
  { value, dialect, texts }: Description,
  file: string,
  schema: string,
): string {
  const { title, subtitle, language, date, content, frontmatter, bodymatter, backmatter, theme, ...others } =
    value;
  const described = {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    language,
    ...(date === undefined ? {} : { date }),
    ...others,
    ...(dialect === undefined || dialect === "markdown" ? {} : { syntax: dialect }),
    ...(texts?.macros === undefined ? {} : { macros: texts.macros }),
    content: content ?? ".",
    theme,
    frontmatter: frontmatter?.map(entry),
    bodymatter: bodymatter?.map(entry),
    ...(backmatter === undefined ? {} : { backmatter: backmatter.map(entry) }),
    editions: value.editions ?? { print: { format: "pdf" }, ebook: { format: "epub" } },
  };
  const head = `# yaml-language-server: $schema=${schema}\n# What Colophon has understood of ${file}: correct it, and go on from here.\n`;
  return head + stringify(described, { lineWidth: 0, flowCollectionPadding: true });
}

/** One file is `file`; how deep several files stand is said by their headings. */
function entry({ levels: _, files, sections, ...others }: BodyEntryDescription): BodyEntryDescription {
  const [file, ...more] = files ?? [];
  return {
    ...others,
    ...(file === undefined ? {} : more.length === 0 ? { file } : { files: [file, ...more] }),
    ...(sections === undefined ? {} : { sections: sections.map(entry) }),
  };
}
