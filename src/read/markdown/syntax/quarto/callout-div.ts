/** `::: {.callout-note title="…"}` of Quarto, whose first heading may be its title, and `::: rmdnote` of bookdown's own books. */
import type { Token } from "markdown-it";
import { closeCallout, openCallout } from "../callout/tokens.js";
import { classesOf, type DivReader, leadingHeading, takeAttribute } from "./div.js";

const QUARTO = /^callout-(note|tip|warning|important|caution)$/;
const BOOKDOWN = /^rmd(note|tip|warning|important|caution)$/;
const SETTINGS = ["data-collapse", "data-icon", "data-appearance"];

export const calloutDiv: DivReader = ({ open, content }, state) => {
  const classes = classesOf(open);
  const quarto = classes.map((name) => QUARTO.exec(name)?.[1]).find((kind) => kind !== undefined);
  const kind = quarto ?? classes.map((name) => BOOKDOWN.exec(name)?.[1]).find((each) => each !== undefined);
  if (kind === undefined) return undefined;
  for (const name of SETTINGS) takeAttribute(open, name);
  const named = takeAttribute(open, "title");
  const heading = quarto === undefined || named !== undefined ? undefined : leadingHeading(content);
  const title = named ?? heading?.text.content ?? (quarto ? undefined : "");
  const line = open.map?.[0] ?? 0;
  const opening = openCallout(state, { kind, ...(title === undefined ? {} : { title }) }, line);
  keepNames(open, opening[0]!, classes);
  return [...opening, ...(heading?.rest ?? content), closeCallout(state)];
};

/** The id and the other classes that the author has given. */
function keepNames(from: Token, to: Token, classes: readonly string[]): void {
  to.map = from.map;
  const others = classes.filter((name) => !QUARTO.test(name) && !BOOKDOWN.test(name));
  for (const name of others) to.attrJoin("class", name);
  for (const [name, value] of from.attrs ?? []) if (name !== "class") to.attrSet(name, value);
}
