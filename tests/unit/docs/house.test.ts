/** The folders of the program import what `src/README.md` lets them, and files import each other in no circle. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../../../src");
const UNIT = join(import.meta.dirname, "..");

interface Import {
  readonly from: string;
  readonly to: string;
}

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"));

/** Types too: whoever reads a file has to know what they are. */
const imports = files.flatMap(importsOf);

/** The rows of the table: what each folder may import. */
const allowed = new Map(
  [
    ...readFileSync(join(SRC, "README.md"), "utf8").matchAll(
      /^\| `([\w/]+\/|\w+\.ts)`\s*\|[^|]*\|([^|]*)\|$/gm,
    ),
  ].map(([, folder = "", names = ""]) => [
    folder.replace(/\/$/, ""),
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  ]),
);

describe("the house", () => {
  it("has no file lying loose, and every folder in the table", () => {
    expect(new Set(files.map(folderOf))).toEqual(new Set(allowed.keys()));
  });

  it("has no arrow that the table does not have", () => {
    const arrows = new Set(
      imports.flatMap(({ from, to }) => {
        const [one, other] = [folderOf(from), folderOf(to)];
        return one === other || isAllowed(one, other) ? [] : [`${from} imports ${to}`];
      }),
    );
    expect([...arrows]).toEqual([]);
  });

  it("has no arrow in the table that no file needs", () => {
    const needed = new Set(imports.map(({ from, to }) => `${folderOf(from)} ${folderOf(to)}`));
    const idle = [...allowed].flatMap(([folder, others]) =>
      others
        .filter(
          (other) =>
            !other.includes("*") && ![...needed].some((arrow) => arrow.startsWith(`${folder} ${other}`)),
        )
        .map((other) => `${folder} ${other}`),
    );
    expect(idle).toEqual([]);
  });

  it("names no format in the pipeline", () => {
    const named = files.filter(
      (file) => file.startsWith("build/") && /"(pdf|epub)"/.test(readFileSync(join(SRC, file), "utf8")),
    );
    expect(named).toEqual([]);
  });

  it("takes a book through print one way: the stages after `render/` know neither it nor the book", () => {
    const later = /^formats\/pdf\/(?:job|paginate|readback|assemble)\//;
    const before = /^formats\/pdf\/render\/|^adapt\/|^model\/book\.ts$/;
    expect(imports.filter(({ from, to }) => later.test(from) && before.test(to))).toEqual([]);
  });

  it("reads environment variables in one place", () => {
    const readers = files.filter((file) => readFileSync(join(SRC, file), "utf8").includes("process.env"));
    expect(readers).toEqual(["runtime/environment.ts"]);
  });

  it("has its tests in folders of the same names, but for those about all of it", () => {
    const about = (file: string) => dirname(file.replaceAll("\\", "/"));
    const tests = readdirSync(UNIT, { recursive: true, encoding: "utf8" }).filter((file) =>
      file.endsWith(".test.ts"),
    );
    const rooms = new Set(files.map(dirname));
    const strange = tests.map(about).filter((folder) => !rooms.has(folder));
    expect(new Set(strange)).toEqual(new Set(["docs", "hostile"]));
  });

  it("has no circle of files", () => {
    expect(circle(new Map(files.map((file) => [file, targetsOf(file)])))).toBeUndefined();
  });

  it("has no circle of folders", () => {
    const arrows = new Map<string, Set<string>>();
    for (const { from, to } of imports) {
      const [one, other] = [folderOf(from), folderOf(to)];
      // The registry names its formats, which fill in its types.
      if (one === other || one === "formats" || other === "formats") continue;
      arrows.set(one, (arrows.get(one) ?? new Set()).add(other));
    }
    expect(circle(new Map([...arrows].map(([folder, others]) => [folder, [...others]])))).toBeUndefined();
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(join(SRC, file), "utf8");
  const named = text.matchAll(/^(?:import|export)\b[^;"]*?"(\.[^"]+)"|\bimport\("(\.[^"]+)"\)/gm);
  return [...named].flatMap(([, fixed, lazy]) => {
    const to = relative(SRC, normalize(join(SRC, dirname(file), fixed ?? lazy ?? ""))).replaceAll("\\", "/");
    return [{ from: file, to: to.replace(/\.js$/, ".ts") }];
  });
}

/** `formats/pdf` is a folder of its own; a file in `src/` stands for itself. */
function folderOf(file: string): string {
  const parts = file.split("/");
  return parts.slice(0, parts[0] === "formats" && parts.length > 2 ? 2 : 1).join("/");
}

function isAllowed(folder: string, other: string): boolean {
  const names = allowed.get(folder) ?? [];
  return names.includes(other) || names.includes(other.replace(/\/.*/, "/*"));
}

function targetsOf(file: string): string[] {
  return imports.filter(({ from }) => from === file).map(({ to }) => to);
}

/** The first circle that is found, as a way from a name to itself. */
function circle(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const search = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of arrows.get(name) ?? []) {
      const found = search(next, [...way, name]);
      if (found) return found;
    }
    done.add(name);
    return undefined;
  };
  for (const name of arrows.keys()) {
    const found = search(name, []);
    if (found) return found;
  }
  return undefined;
}
