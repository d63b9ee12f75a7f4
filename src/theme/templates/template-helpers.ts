/** The helpers that templates may use: Handlebars' own, ours, and those of users. */
import type Handlebars from "handlebars";
import type { Root } from "hast";
import { toHtml } from "hast-util-to-html";
import { hyphenateDisplay } from "../../adapt/hyphenate.js";
import { ExtensionError } from "../../extensions/fault.js";
import { enumeration, isWord, type Wording, word } from "../../language/words.js";
import type { TemplateHelper } from "../../model/extensions.js";
import type { TemplateData } from "../../model/theme.js";
import { calledAt } from "./template-faults.js";

export type Helpers = Readonly<Record<string, TemplateHelper>>;

/**
 * Registers all of them.
 *
 * - `{{t "toc"}}`: a word of the book in its language (`src/language/words.ts`).
 * - `{{names contributors}}`: the names of contributors as one phrase.
 * - `{{divisible metadata.title}}`: a title whose long words are divided where they do not fit (print).
 * - `{{#if (eq a b)}}`: true when both are the same.
 *
 * @param helpers Users' own.
 */
export function registerHelpers(handlebars: typeof Handlebars, helpers: Helpers): void {
  handlebars.registerHelper("t", (key: string, options: Handlebars.HelperOptions) => {
    if (!isWord(key)) throw new Error(`There is no word “${key}” for templates`);
    return word(wordingOf(options), languageOf(options), key);
  });
  handlebars.registerHelper(
    "names",
    (people: readonly { readonly name: string }[], options: Handlebars.HelperOptions) =>
      enumeration(
        { ...wordingOf(options), metadata: { language: languageOf(options) } },
        people.map((each) => each.name),
      ),
  );
  handlebars.registerHelper("divisible", (text: unknown, options: Handlebars.HelperOptions) => {
    const tree: Root = { type: "root", children: [{ type: "text", value: String(text ?? "") }] };
    const { language, wording }: TemplateData = options.data.root;
    hyphenateDisplay(tree, language, wording?.hyphenation);
    return new handlebars.SafeString(toHtml(tree));
  });
  handlebars.registerHelper("eq", (left: unknown, right: unknown) => left === right);
  for (const [name, helper] of Object.entries(helpers)) handlebars.registerHelper(name, ofUser(name, helper));
  for (const [name, helper] of Object.entries(handlebars.helpers))
    handlebars.registerHelper(name, withPlace(helper));
}

/** Errors of the user's helper are told from those of the program and of templates. */
function ofUser(name: string, helper: TemplateHelper): Handlebars.HelperDelegate {
  return function (this: unknown, ...parts: unknown[]): unknown {
    try {
      return Reflect.apply(helper, this, parts);
    } catch (error) {
      throw new ExtensionError(`helper \`${name}\``, error);
    }
  };
}

/** Handlebars gives every helper its options last, with the place of the call (`loc`). */
function withPlace(helper: Handlebars.HelperDelegate): Handlebars.HelperDelegate {
  return function (this: unknown, ...parts: unknown[]): unknown {
    try {
      return Reflect.apply(helper, this, parts);
    } catch (error) {
      const options = parts.at(-1) as { readonly loc?: { readonly start: { line: number; column: number } } };
      throw calledAt(error, options?.loc?.start);
    }
  };
}

function wordingOf(options: Handlebars.HelperOptions): Wording {
  const root: TemplateData = options.data.root;
  return root.wording ?? { metadata: { language: root.language } };
}

function languageOf(options: Handlebars.HelperOptions): string {
  const root: TemplateData = options.data.root;
  return root.language;
}
