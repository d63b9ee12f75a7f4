/** A book that is one text: what it says of itself is said at its top, and its headings are the chapters. */
import { basename, posix } from "node:path";
import type { Describe, Project } from "../description.js";
import { isText } from "../texts.js";

export const oneFile: Project = {
  isDescribing: isText,
  find: async () => undefined,
  describer: async () => describe,
};

const describe: Describe = async (text, file, folder, report) => {
  const [{ describeOutline }, { factsOf }, { frontMatterIn }, { headingsOf }, { titleFromName }] =
    await Promise.all([
      import("../outline/describe.js"),
      import("../outline/metadata.js"),
      import("../outline/front-matter.js"),
      import("../outline/first-heading.js"),
      import("../outline/folder-texts.js"),
    ]);
  const top = { file, line: 1, column: 1 };
  const matter = frontMatterIn(text, file, report);
  const sayLanguage = (language: string) =>
    `Write \`lang: ${language}\` at the top of ${basename(file)}, between lines of \`---\``;
  const nothing = { file, data: undefined, values: {}, place: () => top };
  const said = factsOf({ settings: matter ?? nothing, values: matter?.values ?? {}, sayLanguage });
  const title =
    said.title ?? headingsOf(text)[0]?.title ?? titleFromName(basename(file).replace(/\.\w+$/, ""));
  const entry = {
    title: "",
    href: encodeURI(basename(file)),
    location: top,
    children: [],
    split: "headings",
  } as const;
  const project = {
    file,
    words: "",
    outline: { prefix: [], groups: [{ location: top, entries: [entry] }], suffix: [] },
    facts: { ...said, title },
    content: posix.dirname(file),
    introduction: "none",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};
