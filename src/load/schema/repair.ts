/**
 * Takes what is wrong out of a description, so that the rest can still be checked.
 *
 * An author who has misspelt a key and misnamed a file should hear of both at once. What comes
 * out is only good for finding more errors: with an error reported, nothing is published.
 */
import type { core } from "zod";
import { pathOf, valueAt } from "../../input/data/value-at.js";
import type { Path } from "../../model/places.js";
import { meantKey } from "./known-keys.js";

type Issue = core.$ZodIssue;

/** Stand for values that must be there. The role is one that asks for nothing else. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  title: "?",
  language: "en",
  date: "2000",
  role: "titlepage",
  part: "?",
};

const SECTION_LISTS = new Set(["frontmatter", "bodymatter", "backmatter", "sections"]);

/** A copy of `data` without the values that the issues name; misspelt keys get the name that was meant. */
export function repaired(data: unknown, issues: readonly Issue[]): unknown {
  const copy: unknown = structuredClone(data);
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    for (const key of issue.keys) rename(copy, pathOf(issue), key);
  }
  for (const issue of issues) {
    const wasMissing = valueAt(data, pathOf(issue)) === undefined;
    const isThereNow = wasMissing && valueAt(copy, pathOf(issue)) !== undefined;
    if (issue.code !== "unrecognized_keys" && !isThereNow) replace(copy, pathOf(issue));
  }
  return copy;
}

function replace(data: unknown, path: Path): void {
  const last = path.at(-1);
  if (last === undefined) return;
  const parentPath = path.slice(0, -1);
  const parent = valueAt(data, parentPath);
  if (typeof last === "number") {
    // Entries keep their index, or the places of those after them would be wrong.
    const inSectionList = SECTION_LISTS.has(String(parentPath.at(-1)));
    if (Array.isArray(parent) && inSectionList) parent[last] = { role: STAND_INS.role };
    else replace(data, parentPath);
    return;
  }
  const isContributor = parentPath.includes("contributors");
  if (Object.hasOwn(STAND_INS, last) && !isContributor && typeof parent === "object" && parent !== null) {
    Object.assign(parent, { [last]: STAND_INS[last] });
  } else if (valueAt(data, path) === undefined) {
    // A required key that is missing and has no stand-in: the whole mapping goes.
    replace(data, parentPath);
  } else {
    remove(data, path);
  }
}

function rename(data: unknown, path: Path, key: string): void {
  const mapping = valueAt(data, path);
  const meant = meantKey(key, path);
  if (typeof mapping !== "object" || mapping === null) return;
  const value: unknown = Reflect.get(mapping, key);
  Reflect.deleteProperty(mapping, key);
  if (meant !== undefined && !Object.hasOwn(mapping, meant)) Object.assign(mapping, { [meant]: value });
}

function remove(data: unknown, path: Path): void {
  const parent = valueAt(data, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (typeof parent !== "object" || parent === null) return;
  Reflect.deleteProperty(parent, key);
  // A section whose file was wrong has been told so: it need not be told that it has none. So has the body.
  if (key === "file" || key === "files") Object.assign(parent, { role: STAND_INS.role });
  if (key === "bodymatter") Object.assign(parent, { bodymatter: [{ role: STAND_INS.role }] });
}
