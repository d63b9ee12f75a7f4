/** What the manual says of other tools' habits is what becomes of them. */
import { describe, expect, it, vi } from "vitest";
import { type Habit, readTools } from "../../../src/manual/habits.js";
import { composeFolder } from "../../support/compose-folder.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

// What draws diagrams is not everywhere: rows say what becomes of one without it.
vi.mock("../../../src/diagrams/packages.js", () => ({ installedPackage: async () => undefined }));

const folders = temporaryFolders();
const tools = await readTools();

/** A publication of one chapter, when a habit is not a project of its own. */
function filesOf({ text, files }: Habit, syntax: string | undefined): Record<string, string> {
  if (text === undefined) return files ?? {};
  const settings = syntax === undefined ? "" : `syntax: ${syntax}\n`;
  const description = `title: Habits\nlanguage: en\n${settings}bodymatter: [{ file: text.md }]\neditions: { ebook: { format: epub } }\n`;
  const content = text.startsWith("#") || text.startsWith("---") ? text : `# Title\n\n${text}`;
  return { "publication.yaml": description, "content/text.md": content, ...files };
}

/** With one blank for each run of them, so that a row may be written over several lines. */
function even(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

describe.each(tools)("from $tool", ({ habits, syntax }) => {
  it.each(habits)("$habit: $becomes", async (habit) => {
    const folder = await folders.make(filesOf(habit, syntax));
    const { html, diagnostics } = await composeFolder(folder);
    let rest = even(html);
    for (const part of habit.gives) {
      expect(rest).toContain(even(part));
      rest = rest.slice(rest.indexOf(even(part)) + even(part).length);
    }
    for (const part of habit.without) expect(even(html)).not.toContain(even(part));
    expect(diagnostics.map(({ code }) => code)).toEqual(habit.tells);
  });
});
