import { describe, expect, test } from "vitest";
import { catalogueFaults, selectedEditions } from "../../../src/load/catalogue.js";
import type { Publication } from "../../../src/model/publication.js";
import { HEAD, loadYaml } from "./publication-folder.js";

describe("the editions that a build asks for", () => {
  async function publication(editions: string): Promise<Publication> {
    const { publication: loaded } = await loadYaml(`${HEAD}editions:\n${editions}`);
    if (loaded === undefined) throw new Error("the test's publication must load");
    return loaded;
  }

  test("are all of them, or those that are named", async () => {
    const book = await publication("  print: { format: pdf }\n  ebook: { format: epub }\n");
    expect(selectedEditions(book, undefined).map((each) => each.id)).toEqual(["print", "ebook"]);
    expect(selectedEditions(book, ["ebook"]).map((each) => each.id)).toEqual(["ebook"]);
  });

  test("must be known to one publication of the build at least", async () => {
    const one = await publication("  print: { format: pdf }\n");
    const two = await publication("  ebook: { format: epub }\n");
    expect(catalogueFaults([one, two], ["print", "ebook"])).toEqual([]);
    expect(catalogueFaults([one, two], ["ebok"])).toMatchObject([
      { code: "unknown-edition", message: "There is no edition `ebok`", hint: "Did you mean `ebook`?" },
    ]);
  });

  test("would write over each other when two folders have one name", async () => {
    const one = await publication("  print: { format: pdf }\n");
    const other = { ...one, root: "/elsewhere/book" };
    expect(catalogueFaults([one, other], undefined)).toMatchObject([{ code: "publication-clash" }]);
    expect(catalogueFaults([one, one], undefined)).toEqual([]);
  });
});
