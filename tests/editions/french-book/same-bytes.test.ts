/** What is published depends on the publication only: not on the clock, on chance or on timing. */
import { beforeAll, describe, expect, test } from "vitest";
import { publish } from "../../support/publish.js";
import { temporaryFolders } from "../../support/temporary-folders.js";

const folders = temporaryFolders();
const PUBLICATION = new URL(".", import.meta.url);

async function editions(jobs: number): Promise<Record<string, Uint8Array>> {
  const folder = await folders.copyOf(PUBLICATION);
  const { bytesOf } = await publish(folder, { out: await folders.make(), jobs });
  return { print: await bytesOf("print"), ebook: await bytesOf("ebook") };
}

describe("a publication that is built again, in another folder,", () => {
  let first: Record<string, Uint8Array>;
  beforeAll(async () => {
    first = await editions(1);
  });

  test("has the same bytes, one run after another or two side by side", async () => {
    const second = await editions(2);
    for (const name of ["print", "ebook"]) {
      expect(Buffer.compare(first[name]!, second[name]!), name).toBe(0);
    }
  });
});
