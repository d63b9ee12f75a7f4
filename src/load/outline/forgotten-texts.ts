/** Texts that a list of links has forgotten: where all of a folder are numbered, their numbers say where they stand. */
import { posix } from "node:path";
import { compareNames } from "./natural-order.js";
import type { Entry, Group } from "./outline.js";

const NUMBERED = /^\d/;

/** @param left paths of texts that the list does not lead to. @returns the list with those of them that have a place in it. */
export function withForgotten(groups: readonly Group[], left: readonly string[]): readonly Group[] {
  const listed = groups.flatMap(({ entries }) => entries.map(({ href }) => href));
  const forgotten = left.filter((each) => isOfNumbered(each, listed, left)).sort(compareNames);
  return forgotten.reduce(withText, groups);
}

/** Whether most texts of its folder are listed, by their numbers. */
function isOfNumbered(path: string, listed: readonly string[], left: readonly string[]): boolean {
  const isBeside = (other: string) => posix.dirname(other) === posix.dirname(path);
  const isNumbered = (each: string) => NUMBERED.test(posix.basename(each));
  const beside = listed.filter(isBeside);
  const areInOrder = beside.every((each, at) => at === 0 || compareNames(beside[at - 1]!, each) < 0);
  if (!isNumbered(path) || !beside.every(isNumbered) || !areInOrder) return false;
  return beside.length > left.filter((each) => isBeside(each) && isNumbered(each)).length;
}

/** Puts a text behind the last of its folder that comes before it, or before the first. */
function withText(groups: readonly Group[], path: string): readonly Group[] {
  const beside = groups.flatMap(({ entries }) =>
    entries.filter(({ href }) => posix.dirname(href) === posix.dirname(path)),
  );
  const before = beside.findLast(({ href }) => compareNames(href, path) < 0);
  const neighbour = before ?? beside[0];
  return groups.map((group) => {
    const at = neighbour === undefined ? -1 : group.entries.indexOf(neighbour);
    if (at < 0) return group;
    const entry: Entry = { title: "", href: path, location: group.location, children: [] };
    return { ...group, entries: group.entries.toSpliced(before === undefined ? at : at + 1, 0, entry) };
  });
}
