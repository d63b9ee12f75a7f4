/**
 * When the texts of an ebook were changed last, as far as version control knows.
 *
 * Reading systems tell a revision from the copy that they have by `dcterms:modified` (EPUB 3.3, 5.5.5.3). Who keeps
 * a publication in git has this date: that of the last commit which touched a file that the publication names.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { MAKERS } from "../formats/registry.js";
import type { Edition, Publication } from "../model/publication.js";
import { outputOf } from "../runtime/children/output.js";
import { processEnvironment } from "../runtime/environment.js";

/** Milliseconds: a history that takes longer to search has to do without. */
const WITHIN = 5000;
/** Letters that names of files may have on a command line; of more, the whole folder counts. */
const LONGEST_COMMAND = 24_000;

/**
 * A repository may be a stranger's: nothing that it configures runs and nothing is fetched. To sign, to convert
 * texts and to watch files is done by programs that its configuration names.
 */
const OPTIONS = [
  "--no-pager",
  "--literal-pathspecs",
  "-c",
  "log.showSignature=false",
  "-c",
  "core.fsmonitor=false",
];
const SURROUNDINGS = { GIT_ALLOW_PROTOCOL: "", GIT_TERMINAL_PROMPT: "0", GIT_NO_LAZY_FETCH: "1" };

export interface Dated {
  readonly publication: Publication;
  readonly editions: readonly Edition[];
}

/** Gives editions whose files have a date, and that do not say when they were modified, that of the last commit. */
export async function withLastChange(publication: Publication, editions: readonly Edition[]): Promise<Dated> {
  const undated = editions.filter((edition) => needsDate(edition));
  const modified = undated.length === 0 ? undefined : await lastCommit(publication);
  if (modified === undefined) return { publication, editions };
  const dated = (edition: Edition) =>
    needsDate(edition) ? { ...edition, metadata: { ...edition.metadata, modified } } : edition;
  return {
    publication: { ...publication, editions: publication.editions.map(dated) },
    editions: editions.map(dated),
  };
}

function needsDate({ format, metadata }: Edition): boolean {
  const { SOURCE_DATE_EPOCH: seconds = "" } = processEnvironment;
  return MAKERS[format].isDated === true && metadata.modified === undefined && seconds === "";
}

/** Of the files that the publication names; in ISO 8601, UTC. */
async function lastCommit({ root, file, settings = [], editions }: Publication): Promise<string | undefined> {
  if (!isInRepository(root)) return undefined;
  const named = editions.flatMap(({ sections, cover, bibliography = [] }) => [
    ...sections.flatMap(({ files }) => files),
    ...bibliography,
    ...(cover === undefined ? [] : [cover]),
  ]);
  const files = [...new Set([file, ...settings, ...named])];
  const isLong = files.join(" ").length > LONGEST_COMMAND;
  const { text, ending } = await outputOf({
    program: "git",
    options: [...OPTIONS, "log", "-1", "--format=%ct", "--no-ext-diff", "--", ...(isLong ? ["."] : files)],
    env: { ...processEnvironment, ...SURROUNDINGS },
    cwd: root,
    within: WITHIN,
    most: 1000,
  });
  const seconds = /^(\d{1,11})\s*$/.exec(text)?.[1];
  if (ending.by !== "itself" || seconds === undefined) return undefined;
  return new Date(Number(seconds) * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

function isInRepository(folder: string): boolean {
  const above = path.dirname(folder);
  return existsSync(path.join(folder, ".git")) || (above !== folder && isInRepository(above));
}
