/**
 * Takes first letters apart only where a style sheet asks for it.
 *
 * A paragraph that goes on overleaf must not begin there with another dropped letter, so
 * Paged.js styles the first letter of all that goes on and of everything in it. That makes a
 * text of its own of each: outside of the tags, and half of a ligature ("fi") cannot be read.
 * Here the rule is for paragraphs that have a style for their first letter.
 */
export function leaveFirstLetters(): void {
  const LETTER = /::?first-letter/;

  const styleRules = (rules: Iterable<CSSRule>): CSSStyleRule[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule];
      return rule instanceof CSSGroupingRule ? styleRules(rule.cssRules) : [];
    });

  const isOfPaged = ({ selectorText }: CSSStyleRule): boolean =>
    selectorText.includes(".pagedjs_") && selectorText.includes("[data-split-from]");

  window.Paged.registerHandlers(
    class extends window.Paged.Handler {
      afterParsed(): void {
        const rules = [...document.styleSheets]
          .flatMap((sheet) => styleRules(sheet.cssRules))
          .filter(({ selectorText }) => LETTER.test(selectorText));
        const selectors = rules
          .filter((rule) => !isOfPaged(rule))
          .map(({ selectorText }) => selectorText.replace(/::?first-letter/g, "[data-split-from]$&"));
        for (const rule of rules.filter(isOfPaged)) {
          if (selectors.length === 0) rule.parentStyleSheet?.deleteRule(indexOf(rule));
          else {
            rule.selectorText = selectors.join(", ");
            rule.style.setProperty("initial-letter", "normal");
          }
        }
      }
    },
  );

  function indexOf(rule: CSSStyleRule): number {
    return [...(rule.parentStyleSheet?.cssRules ?? [])].indexOf(rule);
  }
}
