/**
 * Tells which elements style sheets give parts of their own, a first letter or words before them: to ask the browser for the
 * style of a part is dear, and nearly no element has any.
 */
import type { PseudoElement } from "./lines-types.js";

export function findPseudoElements(): void {
  const ANY = /::?(?:before|after|first-letter|first-line)\b/g;
  const IN_PLACE_OF_ALL = /(^|[\s>+~,(])(?=::?(?:before|after|first-letter|first-line)\b)/g;

  const styleRules = (rules: Iterable<CSSRule>): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule, ...styleRules(rule.cssRules)];
      return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
    });

  /** What has the part, and may be more: other selectors of the same rules. */
  const holdersOf = (part: PseudoElement, selectors: readonly string[]): string => {
    const own = selectors.filter((selector) => new RegExp(`::?${part}\\b`).test(selector));
    const bare = own.map((selector) => selector.replace(IN_PLACE_OF_ALL, "$1*").replace(ANY, ""));
    const isClear = bare.every(
      (selector) => !selector.includes("&") && CSS.supports(`selector(${selector})`),
    );
    if (bare.length === 0) return ":not(*)";
    return isClear ? bare.join(", ") : "*";
  };

  window.colophonLines = {
    ...window.colophonLines,
    findPseudos() {
      const selectors = [...document.styleSheets]
        .flatMap((sheet) => styleRules(sheet.cssRules))
        .map(({ selectorText }) => selectorText)
        .filter((selector) => selector.search(ANY) >= 0 && !selector.startsWith(".pagedjs_margin"));
      const parts = ["before", "after", "first-letter", "first-line"] as const;
      const holders = new Map(parts.map((part) => [part, holdersOf(part, selectors)]));
      window.colophonLines.styleOfPart = (element, part) =>
        element.matches(holders.get(part)!) ? getComputedStyle(element, `::${part}`) : undefined;
    },
  };
}
