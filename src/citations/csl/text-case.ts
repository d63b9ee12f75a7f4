/** The cases of letters that a style may ask for (CSL 1.0.2, "Text-case"). */
import { mapText, plain, type Rich } from "./rich.js";

/** Words that stay small in English titles. */
const SMALL = new Set(
  (
    "a an and as at but by down for from in into nor of on onto or over so the till to up via with yet v. vs. " +
    "c. de d' et al von van di da"
  ).split(" "),
);

export function applyTextCase(nodes: Rich, textCase: string | undefined, language: string): Rich {
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
      return language.startsWith("en") ? titleCase(nodes, language) : nodes;
    default:
      return nodes;
  }
}

const upper = (language: string) => (value: string) => value.toLocaleUpperCase(language);

function capitalizeFirst(nodes: Rich, language: string): Rich {
  let done = false;
  return mapText(
    nodes,
    (value) => {
      if (done || !/\p{L}/u.test(value)) return value;
      done = true;
      return value.replace(/\p{L}/u, upper(language));
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
  let at = 0;
  const lastWord = whole.search(/\S+$/);
  return mapText(
    nodes,
    (value) => {
      const start = at;
      at += value.length;
      return value.replace(/[^\s/–—-]+/g, (word, index: number) => {
        const place = start + index;
        const opens = place === 0 || /[:?!.—]\s+["“‘(]?$/.test(whole.slice(0, place));
        const isSmall = SMALL.has(word.toLowerCase()) && !opens && place < lastWord;
        if (isSmall) return word.toLocaleLowerCase(language);
        return /^[^\p{L}]*\p{Ll}[\p{Ll}\p{M}’'.,;:!?)”]*$/u.test(word)
          ? word.replace(/\p{L}/u, upper(language))
          : word;
      });
    },
    "case",
  );
}
