/** Where the pictures are found that texts name, and what stands in for one on the web. */
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../../../src/input/folder.js";
import { findPicture, type PictureSearch, pictureFor } from "../../../../src/input/images/image-places.js";
import { projectFiles } from "../../../../src/input/project-files.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();
const FILES = {
  "content/docs/one.md": "",
  "content/docs/near.png": "",
  "content/docs/c#1.png": "",
  "content/img/dot.svg": "",
  "static/img/site.png": "",
  "public/pub.png": "",
  "figures/root.png": "",
  "deep/er/only.png": "",
  "deep/a/twice.png": "",
  "deep/b/twice.png": "",
};

async function search(
  allowed: readonly string[] = [],
): Promise<PictureSearch & { readonly absent: string[] }> {
  const root = await folders.make({
    "project/x": "",
    ...Object.fromEntries(Object.entries(FILES).map(([name, text]) => [`project/${name}`, text])),
    "pictures/far.png": "",
  });
  const folder = openFolder(
    join(root, "project"),
    allowed.map((each) => join(root, each)),
  );
  const absent: string[] = [];
  return {
    folder,
    files: projectFiles(folder),
    content: ["content"],
    onAbsent: (each) => absent.push(each),
    absent,
  };
}

const found = async (reference: string, allowed?: readonly string[]) => {
  const result = await findPicture(reference, "content/docs/one.md", await search(allowed));
  return result.status === "file" ? result.path : result.status;
};

describe("a picture", () => {
  it.each([
    ["near.png", "content/docs/near.png"],
    ["c#1.png", "content/docs/c#1.png"],
    ["a/twice.png", "deep/a/twice.png"],
    ["../images/b/twice.png", "deep/b/twice.png"],
    ["near.png?raw=true", "content/docs/near.png"],
    ["/img/dot.svg", "content/img/dot.svg"],
    ["..\\img\\dot.svg", "content/img/dot.svg"],
    ["..%5C..%5Cstatic%5Cimg%5Csite.png", "static/img/site.png"],
    ["/img/site.png", "static/img/site.png"],
    ["/pub.png", "public/pub.png"],
    ["figures/root.png", "figures/root.png"],
    ["some/where/only.png", "deep/er/only.png"],
    ["Only.PNG", "deep/er/only.png"],
    ["twice.png", "missing"],
    ["../../../pictures/far.png", "outside"],
    ["..\\..\\..\\pictures\\far.png", "outside"],
  ])("%s is found at %s", async (reference, path) => {
    expect(await found(reference)).toBe(path);
  });

  it("outside of the folder is found when that is allowed, and a link that leads there too", async () => {
    expect(await found("../../../pictures/far.png", ["pictures"])).toBe("../pictures/far.png");
    const { folder } = await search(["pictures"]);
    await symlink(join(folder.root, "../pictures"), join(folder.root, "linked"));
    expect((await folder.lookup("linked/far.png")).status).toBe("file");
    expect((await openFolder(folder.root).lookup("linked/far.png")).status).toBe("outside");
  });

  it("that is found elsewhere depends on what is not there", async () => {
    const places = await search();
    await findPicture("/img/site.png", "content/docs/one.md", places);
    expect(places.absent).toContain("content/img/site.png");
  });

  it.each([
    ["https://raw.example.org/me/book/main/content/img/dot.svg", "content/img/dot.svg"],
    ["https://example.org/assets/only.png?v=2", "deep/er/only.png"],
    ["https://example.org/other.png", undefined],
    ["https://example.org/u/1234", undefined],
  ])("on the web, %s, may be a file of the project", async (address, path) => {
    expect((await pictureFor(new URL(address), await search()))?.path).toBe(path);
  });
});
