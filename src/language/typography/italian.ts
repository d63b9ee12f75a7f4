/** Italian, after the usage of its publishers: « » without spaces inside. */
import { POINTS_AND_DASHES } from "./common.js";
import { bindNumbers, bindTitles, bindUnits, INITIALS, type Typography, UNITS } from "./rules.js";
import { SPACES_IN_GUILLEMETS } from "./spanish.js";

export const italian: Typography = {
  quotes: [
    ["«", "»"],
    ["“", "”"],
  ],
  single: ["‘", "’"],
  elisions: /^(?:\d\d|sto|sta|sti|ste|ndrangheta|l|n|na|no)(?![\p{L}\p{N}])/iu,
  before: POINTS_AND_DASHES,
  after: [
    SPACES_IN_GUILLEMETS,
    bindUnits(`${UNITS} € $ milioni milione miliardi miliardo`),
    bindNumbers(`p. pp. pag. n. N. vol. t. cap. art. fig. § §§ capitolo Capitolo figura Figura tabella Tabella pagina
      Pagina pagine articolo sezione Sezione parte Parte appendice Appendice equazione Equazione`),
    bindTitles("Sig. Sig.ra Dott. Dott.ssa Prof. Prof.ssa Ing. Avv."),
    INITIALS,
  ],
};
