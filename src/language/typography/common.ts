/** Rules that hold in every language with a typography of its own. */
import type { Rule } from "./rules.js";

export const ELLIPSIS: Rule = { find: /(?<![./\d])\.\.\.(?![./=\d])/g, put: "…", when: /\.\.\./ };

export const EM_DASH: Rule = { find: /(?<![-<!])---(?![->])/g, put: "—", when: /---/ };

/** Not `--flag`, `"--flag"`, `-->` or `<!--`. */
export const EN_DASH: Rule = {
  find: /(?<![-<!])(?:(?<!(?:^|[\s([«‹])["'\p{Pi}\p{Pf}„‚]{0,3})--(?![->])|--(?![->\p{L}\p{N}\uFFFC[<{$_]))/gu,
  put: "–",
  when: /--/,
};

/** A hyphen between spaces is a dash, unless it may be a minus: `x - 1`. */
export const SPACED_HYPHEN: Rule = {
  find: /(?<=[\p{L}\p{M}\p{Pe}.,;:!?"'”’“‘»›…]\s)-(?=\s[\p{L}\p{N}([{"'«“„‘‚¿¡])(?<!(?<![\p{L}\p{M}\p{N}'’])\p{L}\s-)(?!\s\p{N})/gu,
  put: "–",
  when: /\s-\s/,
};

/** As in Pandoc: `--` is an en dash, `---` an em dash. */
export const DASHES: readonly Rule[] = [EM_DASH, EN_DASH, SPACED_HYPHEN];

export const POINTS_AND_DASHES: readonly Rule[] = [ELLIPSIS, ...DASHES];
