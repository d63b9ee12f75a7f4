/**
 * What to answer where a shop asks, at upload, what generative AI made: in the choices of Amazon's KDP, which others
 * ask in like words. It asks for what AI generated, even if people edited it much; not for what it assisted with.
 */
import type { MadePart, Statement } from "../model/provenance.js";
import type { TradeItem } from "./item.js";

export interface Answer {
  readonly question: "text" | "images" | "translation" | "narration";
  /** `undefined` where nothing is declared: nobody but the publisher can answer. */
  readonly answer: string | undefined;
  readonly tools: readonly string[];
  readonly reviewers: readonly string[];
}

export interface Disclosure {
  readonly answers: readonly Answer[];
  /** What AI helped with, which this form does not ask for. */
  readonly assisted: readonly string[];
  /** Pictures that carry content credentials. */
  readonly credentials: readonly string[];
  readonly mining: string | undefined;
}

/** So many are “one or a few”. */
const FEW_IMAGES = 5;

export function disclosureOf(item: TradeItem): Disclosure {
  const { edition, result } = item;
  const parts = edition.provenance?.parts ?? {};
  const places = result.provenance?.places ?? [];
  const mining = edition.metadata.terms?.mining;
  const assisted = [
    ...Object.entries(parts).flatMap(([part, { made }]) => (made === "assisted" ? [part] : [])),
    ...places.flatMap(({ kind, name, made }) => (made === "assisted" ? [`${kind} “${name}”`] : [])),
  ];
  return {
    answers: [text(item), images(item), other("translation", item), other("narration", item)].filter(
      ({ question, answer }) => question === "text" || question === "images" || answer !== undefined,
    ),
    assisted,
    credentials: result.provenance?.credentials ?? [],
    mining: mining && `${mining.status}${mining.policy === undefined ? "" : `, ${mining.policy}`}`,
  };
}

function text(item: TradeItem): Answer {
  const whole = partOf(item, "text");
  const generated = generatedPlaces(item, ["section", "passage"]);
  if (whole?.made === "generated") {
    const extent = whole.extent === "some" ? "Some sections" : "Entire work";
    return answer("text", `${extent}, ${editing(whole)}`, [whole]);
  }
  if (generated.length > 0)
    return { ...answer("text", `Some sections, ${editing(undefined)}`, []), ...peopleOf(generated) };
  return answer("text", whole === undefined ? undefined : "None", whole ? [whole] : []);
}

function images(item: TradeItem): Answer {
  const whole = partOf(item, "images");
  const generated = generatedPlaces(item, ["image"]);
  if (whole?.made === "generated") {
    const isFew = whole.extent === "few" || whole.extent === "some";
    return answer("images", `${isFew ? "One or a few" : "Many"} AI-generated images, ${editing(whole)}`, [
      whole,
    ]);
  }
  if (generated.length > 0) {
    const many = generated.length > FEW_IMAGES ? "Many" : "One or a few";
    return {
      ...answer("images", `${many} AI-generated images, ${editing(undefined)}`, []),
      ...peopleOf(generated),
    };
  }
  return answer("images", whole === undefined ? undefined : "None", whole ? [whole] : []);
}

function other(part: "translation" | "narration", item: TradeItem): Answer {
  const whole = partOf(item, part);
  if (whole?.made !== "generated")
    return answer(part, whole === undefined ? undefined : "None", whole ? [whole] : []);
  const extent = whole.extent === "some" ? "Some sections" : "Entire work";
  return answer(part, `${extent}, ${editing(whole)}`, [whole]);
}

function partOf({ edition }: TradeItem, part: MadePart): Statement | undefined {
  return edition.provenance?.parts[part];
}

function generatedPlaces({ result }: TradeItem, kinds: readonly string[]) {
  return (result.provenance?.places ?? []).filter(
    ({ kind, made }) => made === "generated" && kinds.includes(kind),
  );
}

function editing(statement: Statement | undefined): string {
  if (statement?.editing === undefined) return "editing not declared (`editing: minimal` or `extensive`)";
  return statement.editing === "extensive" ? "with extensive editing" : "with minimal or no editing";
}

function answer(
  question: Answer["question"],
  words: string | undefined,
  statements: readonly Pick<Statement, "tools" | "reviewers">[],
): Answer {
  return { question, answer: words, ...peopleOf(statements) };
}

function peopleOf(statements: readonly Pick<Statement, "tools" | "reviewers">[]) {
  const all = (key: "tools" | "reviewers") => [...new Set(statements.flatMap((each) => each[key]))];
  return { tools: all("tools"), reviewers: all("reviewers") };
}
