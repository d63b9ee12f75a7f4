/** Makes an outline of the menus of web sites: an item without a page of its own is a part of what is below it. */
import type { Entry, Group, Outline } from "./outline.js";

/** Chapters of one part come before those that lie deeper in it, which are parts of their own: `Guide: Rigging`. */
export function outlineOfNav(entries: readonly Entry[]): Outline {
  const groups: Group[] = [];
  let open: Entry[] | undefined;
  for (const entry of entries) {
    if (isPart(entry)) {
      groups.push(...parts(entry, []));
      open = undefined;
    } else if (open === undefined) {
      open = [entry];
      groups.push({ location: entry.location, entries: open });
    } else open.push(entry);
  }
  return { prefix: [], groups: withoutLonePart(groups), suffix: [] };
}

function isPart({ href, children }: Entry): boolean {
  return href === "" && children.length > 0;
}

function parts({ title, location, children }: Entry, around: readonly string[]): Group[] {
  const titles = [...around, title].filter((each) => each !== "");
  const chapters = children.filter((each) => !isPart(each));
  const inner = children.filter(isPart).flatMap((each) => parts(each, titles));
  const own = chapters.length === 0 ? [] : [{ part: titles.join(": "), location, entries: chapters }];
  return [...own, ...inner];
}

/** All in one part is no part. */
function withoutLonePart(groups: readonly Group[]): readonly Group[] {
  const [only] = groups;
  return only === undefined || groups.length > 1
    ? groups
    : [{ location: only.location, entries: only.entries }];
}
