import { realpath } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { watchedFolders } from "../../../src/watch/watched-folders.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const YAML = "title: T\nlanguage: en\nbodymatter: [{ file: a.md }]\n";

it("what may be used outside of the folder is watched with it", async () => {
  const made = await realpath(
    await folders.make({
      "book/publication.yaml": `${YAML}allow: [../code, ../notes.md]\n`,
      "code/a.rs": "",
      "notes.md": "",
      "given/b.rs": "",
    }),
  );
  const at = (name: string) => join(made, name);
  expect(await watchedFolders(at("book"), [at("given")])).toEqual(
    ["book", "code", "notes.md", "given"].map(at),
  );
});

it("a description that cannot be read is watched until it can", async () => {
  const made = await realpath(await folders.make({ "book/publication.yaml": "{", "given/b.rs": "" }));
  expect(await watchedFolders(join(made, "book"), [join(made, "given")])).toEqual([
    join(made, "book"),
    join(made, "given"),
  ]);
});
