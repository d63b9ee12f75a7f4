/** The attributes that an element of a drawing may keep: none that leads out of it, or that runs something. */
import type { SaxesTagPlain } from "saxes";
import { isSelfContainedValue, selfContainedSheet } from "../css/self-contained.js";
import { localName } from "./names.js";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** An address inside of the file, or a picture that is written into it. */
const INSIDE = /^\s*(?:#|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;
/** Where a link may lead; see `LINK_SCHEMES` of the parser. */
const LINK = /^\s*(?:#|(?:https?|mailto|tel|ftp|urn|doi):)/i;
/** Something that is fetched from there, sent there, or counted from there (HTML, SVG, XLink, XML Base). */
const ADDRESSES = list(`
  href src srcset srcdoc action formaction base ping background poster cite data longdesc lowsrc dynsrc usemap
  codebase archive classid manifest imagesrcset attributionsrc code object profile icon`);
/** Words, names and versions, which may look like an address and are none. */
const WORDS = list(`
  id class name label title alt content requiredfeatures requiredextensions baseprofile version type media lang
  systemlanguage unicode glyph-name string font-family arcrole role begin end`);
const ADDRESS_LIKE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\)/i;
/** What browsers pass over in an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this is about
const PASSED_OVER = /[\u0000-\u0020\u007F-\u00A0]+/g;
const ANIMATED = /^(?:on|(?:href|src|style|class|data|from|to|values|by|attributename)$)/;

/**
 * @returns what the attribute may say; undefined when it goes.
 * @param removed gets what goes.
 */
export function safeAttribute(
  tag: SaxesTagPlain,
  attribute: string,
  value: string,
  removed: Set<string>,
): string | undefined {
  const name = localName(attribute);
  if (isDeclaration(attribute)) return value;
  if (name.startsWith("on")) return gone(removed, `\`${name}\``);
  if (ADDRESSES.has(name)) {
    const isLink = localName(tag.name) === "a" && name === "href";
    const isSafe = (isLink ? LINK : INSIDE).test(value) && !/\p{Cc}/u.test(value);
    return isSafe ? value : gone(removed, `the address \`${shorten(value)}\``);
  }
  // Animation can write an address or a handler where none was.
  const target = localName((tag.attributes.attributeName ?? "").replace(PASSED_OVER, ""));
  if (ANIMATED.test(target)) return gone(removed, `an animation of \`${target}\``);
  if (name === "style") return safeStyle(value, removed);
  const isOfOthers = attribute.includes(":") || WORDS.has(name) || /^(?:data|aria)-/.test(name);
  if (!isOfOthers && ADDRESS_LIKE.test(value.replace(PASSED_OVER, "")))
    return gone(removed, `the address \`${shorten(value)}\``);
  if (isOfOthers || isSelfContainedValue(value)) return value;
  return gone(removed, "a style that fetches something");
}

/** Names of namespaces lead nowhere. */
function isDeclaration(attribute: string): boolean {
  return attribute === "xmlns" || attribute.startsWith("xmlns:");
}

function safeStyle(value: string, removed: Set<string>): string {
  const { css, isWhole } = selfContainedSheet(value);
  if (!isWhole) removed.add("a style that fetches something");
  return css;
}

function gone(removed: Set<string>, what: string): undefined {
  removed.add(what);
  return undefined;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
