/** Writes XML of elements that hold either elements or text, as ONIX has them. */
import { escapedText } from "../../hast/escape.js";

export interface OnixElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly OnixElement[];
}

type Child = OnixElement | readonly OnixElement[] | undefined;

/** Children that are undefined are left out, lists stand in their place. */
export function element(name: string, content: string | readonly Child[]): OnixElement {
  return { name, content: typeof content === "string" ? content : content.flatMap((each) => each ?? []) };
}

/** An element with text, or nothing where there is none. */
export function optional(name: string, content: string | number | undefined): OnixElement | undefined {
  return content === undefined || content === "" ? undefined : element(name, String(content));
}

/** What XML 1.0 cannot hold (2.2). */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF](?<![\t\n\r])/gu;

/** With two blanks for each level. */
export function written({ name, attributes = {}, content }: OnixElement, depth = 0): string {
  const indent = "  ".repeat(depth);
  const given = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapedText(value).replaceAll('"', "&quot;")}"`,
  );
  const open = `${indent}<${name}${given.join("")}`;
  if (typeof content === "string")
    return `${open}>${escapedText(content.replace(UNFIT, "\uFFFD"))}</${name}>\n`;
  if (content.length === 0) return `${open}/>\n`;
  return `${open}>\n${content.map((each) => written(each, depth + 1)).join("")}${indent}</${name}>\n`;
}
