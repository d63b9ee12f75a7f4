/** What any element may ask for its text: case, quotation marks, type, what stands before and after. */
import type { Context } from "./context.js";
import { concat, element, mapText, plain, type Rich, text } from "./rich.js";
import { applyTextCase } from "./text-case.js";
import type { XmlElement } from "./xml.js";

/** Prefix and suffix are not part of what is formatted (CSL 1.0.2, "Affixes"). */
export function finish(nodes: Rich, { attributes }: XmlElement, { locale }: Context): Rich {
  if (plain(nodes) === "") return [];
  let made = applyTextCase(nodes, attributes["text-case"], locale.language);
  if (attributes["strip-periods"] === "true") made = mapText(made, (value) => value.replaceAll(".", ""));
  if (attributes.quotes === "true") made = quoted(made, locale);
  made = formatted(made, attributes);
  made = concat([text(attributes.prefix ?? ""), made, text(attributes.suffix ?? "")], locale.quotes);
  return displayed(made, attributes.display);
}

/** Quotation marks of the text itself become inner ones. */
function quoted(nodes: Rich, locale: Context["locale"]): Rich {
  const term = (name: string) => locale.term(name) ?? "";
  const inner = mapText(nodes, (value) =>
    value.replace(/[“"](\S[^”"]*)[”"]/g, `${term("open-inner-quote")}$1${term("close-inner-quote")}`),
  );
  return concat([text(term("open-quote")), inner, text(term("close-quote"))], locale.quotes);
}

export function formatted(nodes: Rich, attributes: Readonly<Record<string, string>>): Rich {
  if (nodes.length === 0) return nodes;
  let made = nodes;
  if (/italic|oblique/.test(attributes["font-style"] ?? "")) made = [element("i", made)];
  if (attributes["font-weight"] === "bold") made = [element("b", made)];
  if (attributes["font-variant"] === "small-caps") {
    made = [element("span", made, { className: ["csl-small-caps"] })];
  }
  if (attributes["text-decoration"] === "underline") made = [element("u", made)];
  if (attributes["vertical-align"] === "sup") made = [element("sup", made)];
  if (attributes["vertical-align"] === "sub") made = [element("sub", made)];
  return made;
}

function displayed(nodes: Rich, display: string | undefined): Rich {
  return display === undefined ? nodes : [element("span", nodes, { className: [`csl-${display}`] })];
}
