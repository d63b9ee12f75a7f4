/**
 * Callouts between colons: `:::tip[Title]` and `:::tip Title` of Docusaurus, `::: tip Title` and
 * `::: details Title` of VitePress.
 *
 * A div of Pandoc has a name or an attribute list and no title: `::: note` is one, and stays without.
 */
import type { StateBlock, Token } from "markdown-it";
import { type AttributeList, applyAttributes, readAttributeList } from "../attribute-list.js";
import type { Container } from "../regions/container.js";
import { isCalloutKind } from "./kinds.js";
import { closeCallout, openCallout } from "./tokens.js";

const OPENING = /^([\p{L}_][\w-]*)[ \t]*(?=[[{ \t]|$)(.*)$/u;
/** Names that are no class of anybody's own. */
const WITHOUT_TITLE = new Set(["info", "danger"]);

export function calloutContainer(state: StateBlock, params: string, line: number): Container | undefined {
  const [, name = "", rest = ""] = OPENING.exec(params) ?? [];
  const kind = name.toLowerCase();
  if (rest === "" ? !WITHOUT_TITLE.has(kind) && kind !== "details" : !isTitled(kind)) return undefined;
  const { title, list } = readTitle(rest);
  const container = kind === "details" ? details(state, title, line) : callout(state, kind, title, line);
  if (list) applyAttributes(list, container.open[0]!);
  return container;
}

function isTitled(kind: string): boolean {
  return isCalloutKind(kind) || kind === "details";
}

/** `[Title]{#id}`, `{#id} Title` and `Title`. */
function readTitle(rest: string): { readonly title: string; readonly list?: AttributeList } {
  const bracketed = /^\[(.*)\][ \t]*(\{.*\})?$/.exec(rest);
  const braces = bracketed === null ? rest.indexOf("{") : 0;
  const list =
    bracketed === null ? readAttributeList(rest, braces) : readAttributeList(bracketed[2] ?? "", 0);
  const isOutside = list !== undefined && (braces === 0 || list.end === rest.length);
  const words = bracketed?.[1] ?? (isOutside ? rest.slice(0, braces) + rest.slice(list.end) : rest);
  return { title: words.trim(), ...(isOutside ? { list } : {}) };
}

function callout(state: StateBlock, kind: string, title: string, line: number): Container {
  // A name alone is a div, as for Pandoc: it asks for no title.
  return { open: openCallout(state, { kind, title }, line), close: [closeCallout(state)] };
}

/** What a web page shows when its line is clicked on. */
function details(state: StateBlock, title: string, line: number): Container {
  const token = (type: string, tag: string, nesting: -1 | 0 | 1, content = "") =>
    Object.assign(new state.Token(type, tag, nesting), {
      block: true,
      content,
      map: [line, line + 1] as [number, number],
      ...(type === "inline" ? { children: [] as Token[] } : {}),
    });
  const summary = [
    token("summary_open", "summary", 1),
    token("inline", "", 0, title),
    token("summary_close", "summary", -1),
  ];
  return {
    open: [token("details_open", "details", 1), ...(title === "" ? [] : summary)],
    close: [Object.assign(token("details_close", "details", -1), { map: null })],
  };
}
