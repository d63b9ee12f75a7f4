/**
 * A folder of texts that nothing describes: they stand in the order in which its README or index links to them, else
 * in the one that they say themselves, else by name.
 */
import { basename, posix } from "node:path";
import { diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import type { Folder } from "../../input/folder.js";
import type { Describe, Project } from "../description.js";
import type { Entry, Outline } from "../outline/outline.js";

/** What the owners of a repository write to each other. */
const ASIDE =
  /(?:^|\/)(?:licen[cs]e|contributing|code[-_]of[-_]conduct|changelog|changes|security|authors|contributors|support|copying|notice|todo|(?:pull_request|issue)_template|agents|claude)\.\w+$/i;

const INDEXES = ["README.md", "index.md", "Readme.md", "readme.md", "INDEX.md"];

export const plainFolder: Project = {
  isDescribing: () => false,
  async find(folder) {
    for (const name of INDEXES) if ((await folder.lookup(name)).status === "file") return name;
    const [first] = flat(await textsThere(folder));
    return first?.location.file;
  },
  describer: async () => describe,
};

async function textsThere(folder: Folder, report?: Report): Promise<readonly Entry[]> {
  const { textsOfFolder, USUAL_ORDER } = await import("../outline/folder-texts.js");
  return textsOfFolder(".", folder, { ...USUAL_ORDER, isAside: (path) => ASIDE.test(path) }, ".", report);
}

const describe: Describe = async (text, file, folder, report) => {
  const there = await textsThere(folder, report);
  const { oneFile } = await import("./one-file.js");
  if (flat(there).length === 1) return (await oneFile.describer())(text, file, folder, report);
  const [
    { describeOutline },
    { factsOf },
    { frontMatterIn },
    { firstHeading },
    { outlineOfNav },
    { titleFromName },
  ] = await Promise.all([
    import("../outline/describe.js"),
    import("../outline/metadata.js"),
    import("../outline/front-matter.js"),
    import("../outline/first-heading.js"),
    import("../outline/nav.js"),
    import("../outline/folder-texts.js"),
  ]);
  const isIndex = INDEXES.includes(basename(file));
  const linked = isIndex ? await linkedOutline(text, file, there, report) : undefined;
  const matter = isIndex ? frontMatterIn(text, file, () => undefined) : undefined;
  const nothing = { file, data: undefined, values: {}, place: () => ({ file, line: 1, column: 1 }) };
  const sayLanguage = (language: string) =>
    `Write \`language: ${language}\` in a publication.yaml: \`colophon init --from .\` begins one`;
  const said = factsOf({ settings: matter ?? nothing, values: matter?.values ?? {}, sayLanguage });
  const heading = isIndex ? firstHeading(text) : undefined;
  const project = {
    file,
    words: "",
    outline: linked ?? outlineOfNav(there),
    facts: { ...said, title: said.title ?? heading ?? titleFromName(basename(folder.root)) },
    content: ".",
    introduction: "readme",
    theme: "by-text",
  } as const;
  return describeOutline(project, folder, report);
};

/** @returns undefined when the index leads to fewer than half of the texts. */
async function linkedOutline(
  text: string,
  file: string,
  there: readonly Entry[],
  report: Report,
): Promise<Outline | undefined> {
  const { linkedTexts } = await import("../outline/linked-texts.js");
  const texts = flat(there).map(({ location }) => location.file);
  const others = texts.filter((each) => each !== file);
  const { groups, found } = linkedTexts(text, file, new Set(others));
  if (found.size < 2 || found.size * 2 < others.length) return undefined;
  const left = others.filter((each) => !found.has(each));
  if (left.length > 0) report(leftOut(left, file));
  const location = { file, line: 1, column: 1 };
  const index = { title: "", href: encodeURI(posix.basename(file)), location, children: [] };
  return { prefix: [], groups: [{ location, entries: [index] }, ...groups], suffix: [] };
}

function leftOut(files: readonly string[], index: string) {
  const [first, ...others] = files;
  const what = others.length === 0 ? `\`${first}\` is` : `\`${first}\` and ${others.length} other texts are`;
  const message = `${what} left out: ${index} does not lead there`;
  return diagnostic(
    "texts-left-out",
    message,
    { file: index, line: 1, column: 1 },
    `Link to what belongs to the book in ${index}`,
  );
}

function flat(entries: readonly Entry[]): readonly Entry[] {
  return entries.flatMap((each) => (each.href === "" ? flat(each.children) : [each, ...flat(each.children)]));
}
