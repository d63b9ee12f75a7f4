/** Projects of mdBook and GitBook: a `SUMMARY.md`, where their settings say. */
import type { Project } from "../../description.js";

const FILE = "SUMMARY.md";
/** Where mdBook keeps its texts when nothing is said. */
const DEFAULT_FOLDERS = [".", "src"];

export const summaryMd: Project = {
  isDescribing: (name) => name === FILE,
  async find(folder) {
    const { readSettings } = await import("./settings.js");
    const { content, summary = FILE } = await readSettings(folder, () => {});
    for (const from of content === undefined ? DEFAULT_FOLDERS : [content]) {
      const found = await folder.lookup(summary, from);
      if (found.status === "file") return found.path;
    }
    return undefined;
  },
  describer: async () => (await import("./summary-md.js")).describeSummary,
};
