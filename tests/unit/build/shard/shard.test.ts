/** A catalogue shared out among machines: nothing twice, nothing left out, the same on each. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameOf, planShards, type Weighted } from "../../../../src/build/shard/assign.js";
import { selectEditions } from "../../../../src/build/shard/select.js";
import { loadPublication } from "../../../../src/load/load.js";
import type { Publication } from "../../../../src/model/publication.js";
import { temporaryFolders } from "../../../support/temporary-folders.js";

const folders = temporaryFolders();

const YAML = `title: T
language: en
date: 2026
bodymatter: [{ file: a.md }]
editions:
  print: { format: pdf }
  large: { format: pdf, trim: a4, page-source: none }
  ebook: { format: epub, page-source: print }
  plain: { format: epub, page-source: none }
`;

async function catalogue(sizes: Readonly<Record<string, number>>): Promise<Publication[]> {
  const publications: Publication[] = [];
  const files = Object.entries(sizes).flatMap(([id, size]): [string, string][] => [
    [`${id}/publication.yaml`, YAML.replace(", page-source: none }\n  ebook", " }\n  ebook")],
    [`${id}/content/a.md`, "x".repeat(size)],
  ]);
  const folder = await folders.make(Object.fromEntries(files));
  for (const id of Object.keys(sizes)) {
    const publication = await loadPublication(`${folder}/${id}`, () => undefined);
    publications.push(publication!);
  }
  return publications;
}

async function shards(
  publications: readonly Publication[],
  count: number,
  timings: Readonly<Record<string, number>> = {},
): Promise<string[][]> {
  const indexes = Array.from({ length: count }, (_, index) => index + 1);
  return Promise.all(
    indexes.map(async (index) => {
      const { editionsOf } = await selectEditions(publications, { shard: { index, count, timings } });
      return publications.flatMap((each) => editionsOf(each).map((edition) => nameOf(each, edition)));
    }),
  );
}

describe("the shards of a catalogue", () => {
  it("together are all editions, each once", async () => {
    const publications = await catalogue({ a: 10, b: 90_000, c: 500, d: 40_000, e: 1 });
    const all = publications.flatMap((each) => each.editions.map((edition) => nameOf(each, edition)));
    for (const count of [1, 2, 5, 40]) {
      expect((await shards(publications, count)).flat().sort()).toEqual([...all].sort());
    }
  });

  it("keep an ebook beside the print edition whose page numbers it carries", async () => {
    const parts = await shards(await catalogue({ a: 10, b: 90_000, c: 500 }), 5);
    for (const part of parts) {
      for (const id of ["a", "b", "c"]) {
        expect(part.includes(`${id}/ebook`)).toBe(part.includes(`${id}/print`));
      }
    }
  });

  it("do not depend on the order in which publications are named", async () => {
    const publications = await catalogue({ a: 10, b: 90_000, c: 500 });
    const sorted = async (given: readonly Publication[]) =>
      (await shards(given, 3)).map((part) => part.sort());
    expect(await sorted([...publications].reverse())).toEqual(await sorted(publications));
  });

  it("follow the times of an earlier build when they are given", async () => {
    const publications = await catalogue({ a: 90_000, b: 10, c: 10 });
    const timings = Object.fromEntries(
      ["a", "b", "c"].flatMap((id) =>
        ["print", "large", "ebook", "plain"].map((name) => [`${id}/${name}`, 1] as const),
      ),
    );
    const heavy = { ...timings, "c/large": 100 };
    const part = (await shards(publications, 2, heavy)).find((each) => each.includes("c/large"));
    expect(part).toEqual(["c/large"]);
  });
});

const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 30 });

describe("a plan", () => {
  it("leaves no shard with more than the lightest one and one edition", () => {
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 1, max: 8 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 99 })),
        (ids, count, stream) => {
          const editions = ids.map((id): Weighted => {
            const edition = { id: "print", format: "pdf" } as Weighted["edition"];
            const publication = { id, root: "/", file: "", editions: [edition] };
            return { publication, edition, weight: stream.next().value };
          });
          const { shards: plan } = planShards(editions, { count });
          const loads = Array.from({ length: count }, () => 0);
          for (const each of editions) loads[plan.get(`${each.publication.id}/print`)! - 1]! += each.weight;
          const heaviest = Math.max(...editions.map(({ weight }) => weight));
          expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(heaviest);
        },
      ),
    );
  });
});
