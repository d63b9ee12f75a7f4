/** Files of data of a site, by the names of their folders, whatever these are called. */
import { expect, test } from "vitest";
import { openFolder } from "../../../../src/input/folder.js";
import { dataOfSite } from "../../../../src/load/projects/jekyll/data.js";
import { folderWith } from "../publication-folder.js";

const dataOf = async (files: Readonly<Record<string, string>>) =>
  dataOfSite("_data", openFolder(await folderWith(files)));

test("values stand by the names of their files and folders", async () => {
  const data = await dataOf({ "_data/crew.yml": "captain: Mara", "_data/ships/old.json": '["Tern"]' });
  expect(data.crew).toEqual({ captain: "Mara" });
  expect({ ...(data.ships as object) }).toEqual({ old: ["Tern"] });
});

test.each(["plain words", "captain: Mara"])(
  "a folder may be called like a file beside it: %s",
  async (text) => {
    const data = await dataOf({ "_data/crew.yml": text, "_data/crew/mate.yml": "name: Jo" });
    expect(data.crew).toMatchObject({ mate: { name: "Jo" } });
  },
);

test("no name reaches the objects of the program", async () => {
  await dataOf({
    "_data/__proto__/reached.yml": "yes: true",
    "_data/constructor/prototype/reached.yml": "yes: true",
  });
  expect(Reflect.get({}, "reached")).toBeUndefined();
  expect(Reflect.get(Object, "reached")).toBeUndefined();
});
