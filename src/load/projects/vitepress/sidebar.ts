/** The side menu of a site: a list, or lists by the paths that they are shown at. */
import { isAddress } from "../../../model/relative-path.js";
import { group, page } from "../../outline/menu.js";
import type { Entry } from "../../outline/outline.js";
import { listOf, textOf, type Values, valuesOf } from "../../outline/values.js";

export interface Menu {
  readonly location: Entry["location"];
  /** What addresses of the language begin with; empty when they begin with nothing. */
  readonly prefix: string;
  /** True for the path of a page in another language. */
  readonly isAside: (path: string) => boolean;
}

export function sidebarEntries(sidebar: unknown, menu: Menu): readonly Entry[] {
  if (Array.isArray(sidebar)) return entriesOf(sidebar, "", menu);
  return Object.values(valuesOf(sidebar)).flatMap((each) => {
    if (Array.isArray(each)) return entriesOf(each, "", menu);
    const { items, base } = valuesOf(each);
    return entriesOf(listOf(items), textOf(base) ?? "", menu);
  });
}

function entriesOf(items: readonly unknown[], base: string, menu: Menu): readonly Entry[] {
  return items.flatMap((item) => entryOf(valuesOf(item), base, menu));
}

function entryOf(item: Values, around: string, menu: Menu): readonly Entry[] {
  const base = textOf(item.base) ?? around;
  const link = textOf(item.link);
  const path = link === undefined || isAddress(link) ? undefined : pathOf(link, base, menu);
  const own = path === undefined || menu.isAside(path) ? [] : [page(path, menu.location)];
  const inner = entriesOf(listOf(item.items), base, menu);
  return inner.length === 0 ? own : [group(textOf(item.text) ?? "", menu.location, [...own, ...inner])];
}

/** Links count from the root of the site; that of a folder is its index. */
function pathOf(link: string, base: string, { prefix }: Menu): string {
  const path = `${link.startsWith("/") ? "" : base}${link}`.replace(/[?#].*$/s, "").replace(/^\/+/, "");
  const own = prefix !== "" && path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;
  return own === "" || own.endsWith("/") ? `${own}index.md` : own;
}
