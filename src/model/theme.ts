/** How an edition looks, seen from the stages that use it: named templates that turn data into text. */
import type { Dress } from "./format.js";
import type { Edition } from "./publication.js";

export interface Theme {
  readonly name: string;
  readonly dress: Dress;
  /** True when the publication, the theme or the base has the template. */
  has(template: string): boolean;
  /**
   * Fills a template in.
   *
   * @param template File name without `.hbs`: `section.xhtml`.
   * @param data Must have `language` (BCP 47) and may have `wording`: the helper `t` finds the book's own words by them.
   */
  render(template: string, data: TemplateData): string;
}

export type TemplateData = {
  readonly language: string;
  /** The edition: its own words stand for those of its language, and are divided as it says. */
  readonly wording?: Pick<Edition, "metadata" | "words" | "hyphenation">;
} & Readonly<Record<string, unknown>>;
