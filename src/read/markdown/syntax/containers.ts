/**
 * What a line of colons begins: a div, or one of the things that tools write like that. The first that
 * knows the words behind the colons has it.
 */
import type { StateBlock } from "markdown-it";
import { type AttributeList, applyAttributes, readAttributeList } from "./attribute-list.js";
import { closeBlock, openBlock } from "./block-token.js";
import { calloutContainer } from "./callout/container.js";
import type { Container, ContainerReader } from "./regions/container.js";
import { tabContainer } from "./tabs/container.js";

const READERS: readonly ContainerReader[] = [tabContainer, calloutContainer, div];

/** @param params What stands behind the colons, never empty. Undefined when it begins nothing. */
export function containerOf(state: StateBlock, params: string, line: number): Container | undefined {
  for (const read of READERS) {
    const container = read(state, params, line);
    if (container) return container;
  }
  return undefined;
}

const CLASS = /^[\p{L}_][\p{L}\p{N}_-]*$/u;

const EMPTY = /^\{\s*\}$/;

/** A class, or an attribute list, as Pandoc has it. */
function div(state: StateBlock, params: string): Container | undefined {
  const list = readParams(params);
  if (!list) return undefined;
  const open = openBlock(state, "div");
  applyAttributes(list, open);
  const close = closeBlock(state, "div");
  return { open: [open], close: [close] };
}

function readParams(params: string): AttributeList | undefined {
  if (CLASS.test(params)) return { classes: [params], pairs: [], end: params.length };
  // A div that says nothing of itself: the block of a layout.
  if (EMPTY.test(params)) return { classes: [], pairs: [], end: params.length };
  const list = readAttributeList(params, 0);
  return list?.end === params.length ? list : undefined;
}
