/** English, British and American: curly quotes, dashes, numbers that keep their units. */
import { POINTS_AND_DASHES } from "./common.js";
import { bindNumbers, bindTitles, bindUnits, INITIALS, type Typography, UNITS } from "./rules.js";

export const english: Typography = {
  quotes: [
    ["“", "”"],
    ["‘", "’"],
  ],
  single: ["‘", "’"],
  elisions: /^(?:\d\ds?|tis|twas|twere|twill|em|til|till|cause|bout|round|neath|ere|n)(?![\p{L}\p{N}])/iu,
  before: POINTS_AND_DASHES,
  after: [
    bindUnits(UNITS),
    bindNumbers(`p. pp. vol. no. No. nos. ch. fig. Fig. figs. sec. § §§ Figure figure Table table Listing listing
      Chapter chapter Section section Part Appendix Equation equation page Page pages`),
    bindTitles("Mr. Mrs. Ms. Dr. Prof. St. Mr Mrs Ms Dr"),
    INITIALS,
  ],
};
