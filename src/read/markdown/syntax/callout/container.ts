/**
 * Callouts between colons: `:::tip[Title]` and `:::tip Title` of Docusaurus, `::: tip Title` and
 * `::: details Title` of VitePress.
 *
 * A div of Pandoc has a name or an attribute list and no title: `::: note` is one, and stays without.
 */
import type { StateBlock } from "markdown-it";
import { type AttributeList, applyAttributes, readAttributeList } from "../attribute-list.js";
import { blockOfText, closeBlock, openBlock } from "../block-token.js";
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
  const summary = title === "" ? [] : blockOfText(state, "summary", title, [line, line + 1]);
  return {
    open: [openBlock(state, "details", [line, line + 1]), ...summary],
    close: [closeBlock(state, "details")],
  };
}
