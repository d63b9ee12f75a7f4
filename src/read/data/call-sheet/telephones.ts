/** Telephones of people, which are only in the editions that may have them. */
import type { Element, Properties } from "hast";
import type { Location } from "../../../diagnostics/location.js";
import { element } from "../elements.js";
import type { ContentContext } from "../kind.js";
import type { CallSheet } from "./schema.js";

export interface Allowance {
  readonly properties: Properties;
  /** Where it is said: what is wrong with it is wrong there, once for all telephones. */
  readonly at: Location;
}

/** Undefined where no edition may have them: then nothing is written that anybody could read. */
export function allowance(sheet: CallSheet, at: ContentContext["at"]): Allowance | undefined {
  const words = sheet["phones-for"] ?? [];
  return words.length === 0
    ? undefined
    : { properties: { dataOnly: words.join(" ") }, at: at(["phones-for"]) };
}

/** A telephone in a line, behind a space. */
export function telephone(
  phone: string | undefined,
  sheet: CallSheet,
  at: ContentContext["at"],
): Element | undefined {
  const allowed = allowance(sheet, at);
  if (phone === undefined || allowed === undefined) return undefined;
  return element("span", { className: ["phone"], ...allowed.properties }, [` ${phone}`], allowed.at);
}
