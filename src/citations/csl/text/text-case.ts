/** The cases of letters that a style may ask for (CSL 1.0.2, "Text-case"). */
import { mapText, plain, type Rich } from "./rich.js";

/** Words that stay small in English titles. */
const SMALL = new Set(
  (
    "a an the and but or nor so yet as if than " +
    "about above across after against along alongside amid among amongst around at atop before behind below beneath " +
    "beside besides between beyond by circa despite down during except for from in inside into like near of off on " +
    "onto out outside over past per plus since than through throughout till to toward towards under underneath until " +
    "unto up upon versus via with within without " +
    "v. vs. vs c. d' d’ de et al von van di da"
  ).split(" "),
);

/** @param tag of the language; what is no tag, such as “French language”, is of no language. */
export function applyTextCase(nodes: Rich, textCase: string | undefined, tag: string): Rich {
  const language = /^([a-z]{2,3})(?![a-z])/i.exec(tag)?.[1]?.toLowerCase() ?? "und";
  switch (textCase) {
    case "lowercase":
      return mapText(nodes, (value) => value.toLocaleLowerCase(language), "case");
    case "uppercase":
      return mapText(nodes, (value) => value.toLocaleUpperCase(language), "case");
    case "capitalize-first":
      return capitalizeFirst(nodes, language);
    case "capitalize-all":
      return mapText(nodes, (value) => value.replace(/(?<![\p{L}’'])\p{Ll}/gu, upper(language)), "case");
    case "sentence":
      return capitalizeFirst(lowerWords(nodes, language), language);
    case "title":
      // Only English has title case.
      return language === "en" ? titleCase(nodes, language) : nodes;
    default:
      return nodes;
  }
}

const upper = (language: string) => (value: string) => value.toLocaleUpperCase(language);

function capitalizeFirst(nodes: Rich, language: string): Rich {
  const first = plain(nodes).search(/\p{L}/u);
  // A first word whose case stays is the first one all the same.
  return mapText(
    nodes,
    (value, start) => {
      const isFirst = start <= first && first < start + value.length;
      return isFirst ? value.replace(/\p{L}/u, upper(language)) : value;
    },
    "case",
  );
}

/** Words that are all capitals are abbreviations and stay so, unless everything is. */
function lowerWords(nodes: Rich, language: string): Rich {
  const isShouting = plain(nodes) === plain(nodes).toLocaleUpperCase(language);
  return mapText(
    nodes,
    (value) =>
      value.replace(/\p{L}[\p{L}\p{M}’']*/gu, (word) =>
        isShouting || /^\p{Lu}?[\p{Ll}\p{M}’']*$/u.test(word) ? word.toLocaleLowerCase(language) : word,
      ),
    "case",
  );
}

function titleCase(nodes: Rich, language: string): Rich {
  const whole = plain(nodes);
  const lastWord = whole.search(/\S+$/);
  return mapText(
    nodes,
    (value, start) => {
      return value.replace(/[^\s/–—-]+/g, (word, index: number) => {
        const place = start + index;
        const before = whole.slice(Math.max(0, place - 12), place);
        // The rest of a word of which a part keeps its case.
        if (/[\p{L}\p{M}]$/u.test(before)) return word;
        const opens = place === 0 || /[:?!.—]\s+["“‘(]?$/.test(before);
        const isSmall = SMALL.has(word.toLowerCase()) && !opens && place < lastWord;
        if (isSmall) return word.toLocaleLowerCase(language);
        // Of a word with a hyphen its parts have a capital, but for single letters: 07-x.
        if (before.endsWith("-") && word.length === 1) return word;
        return /^[^\p{L}]*\p{sc=Latin}[\p{Ll}\p{M}’'.,;:!?)”]*$/u.test(word)
          ? word.replace(/\p{L}/u, upper(language))
          : word;
      });
    },
    "case",
  );
}
