/** When an ebook was modified, by the history of its texts. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { withLastChange } from "../../../src/build/last-change.js";
import { loadPublication } from "../../../src/load/load.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = `title: Fens
language: en
date: 1925-04-10
bodymatter: [{ file: one.md }]
content: .
editions: { ebook: { format: epub }, print: { format: pdf } }
`;

afterEach(() => {
  vi.unstubAllEnvs();
});

function git(folder: string, date: string, ...words: string[]): void {
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
  const env = { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date };
  execFileSync("git", [...who, "-c", "commit.gpgsign=false", ...words], {
    cwd: folder,
    env,
    stdio: "ignore",
  });
}

/** A publication whose text was committed in 2020, beside a file that no book has and that came later. */
async function repository(yaml = YAML, within = ".") {
  const folder = await folders.make({
    [join(within, "publication.yaml")]: yaml,
    [join(within, "one.md")]: "# Reeds\n",
    [join(within, "notes.txt")]: "x",
  });
  git(folder, "2020-05-06T07:08:09Z", "init", "-q");
  git(folder, "2020-05-06T07:08:09Z", "add", join(within, "publication.yaml"), join(within, "one.md"));
  git(folder, "2020-05-06T07:08:09Z", "commit", "-q", "-m", "text");
  git(folder, "2024-01-01T00:00:00Z", "add", ".");
  git(folder, "2024-01-01T00:00:00Z", "commit", "-q", "-m", "notes");
  return join(folder, within);
}

async function modifiedIn(folder: string) {
  const publication = await loadPublication(folder, () => undefined);
  const { editions } = await withLastChange(publication!, publication!.editions);
  return Object.fromEntries(editions.map(({ id, metadata }) => [id, metadata.modified]));
}

describe("an ebook", { tags: "git" }, () => {
  it.each([".", "books/fens"])(
    "has the date of the last commit of its texts, in %s of a repository",
    async (within) => {
      const folder = await repository(YAML, within);
      expect(await modifiedIn(folder)).toEqual({ ebook: "2020-05-06T07:08:09Z", print: undefined });
    },
  );

  it("has the date that it says itself, and that of the surroundings", async () => {
    const said = await repository(`${YAML}modified: 2022-02-02\n`);
    expect(await modifiedIn(said)).toEqual({ ebook: "2022-02-02", print: "2022-02-02" });
    const folder = await repository();
    vi.stubEnv("SOURCE_DATE_EPOCH", "1700000000");
    expect(await modifiedIn(folder)).toEqual({ ebook: undefined, print: undefined });
  });

  it("runs nothing that the repository configures", async () => {
    const folder = await repository();
    const trap = join(folder, "ran");
    for (const key of ["core.fsmonitor", "gpg.program", "core.pager", "diff.external", "core.sshCommand"]) {
      git(folder, "2024-01-01T00:00:00Z", "config", key, `touch ${trap}`);
    }
    git(folder, "2024-01-01T00:00:00Z", "config", "log.showSignature", "true");
    expect(await modifiedIn(folder)).toMatchObject({ ebook: "2020-05-06T07:08:09Z" });
    expect(existsSync(trap)).toBe(false);
  });
});

it("has none without a history", async () => {
  const folder = await folders.make({ "publication.yaml": YAML, "one.md": "# Reeds\n" });
  expect(await modifiedIn(folder)).toEqual({ ebook: undefined, print: undefined });
});
