/** Spanish, after the Ortografía of the Real Academia Española. */
import { POINTS_AND_DASHES } from "./common.js";
import {
  bind,
  bindNumbers,
  bindTitles,
  bindUnits,
  GROUPS_OF_DIGITS,
  INITIALS,
  type Rule,
  type Typography,
  UNITS,
} from "./rules.js";

/** The raya that opens a dialogue: `--Hola`, `-- Hola`. */
const DIALOGUE: Rule = { find: /^---?[ \t]*(?=[\p{L}¿¡«“"'])/gu, put: "—", when: /^--/ };

export const SPACES_IN_GUILLEMETS: Rule = {
  find: /(?<=«)[ \t\n\u00A0\u202F]+(?=\S)|(?<=\S)[ \t\n\u00A0\u202F]+(?=»)/g,
  put: "",
  when: /[«»]/,
};

export const spanish: Typography = {
  quotes: [
    ["«", "»"],
    ["“", "”"],
  ],
  single: ["‘", "’"],
  before: [DIALOGUE, ...POINTS_AND_DASHES],
  after: [
    SPACES_IN_GUILLEMETS,
    GROUPS_OF_DIGITS,
    bindUnits(`${UNITS} % ‰ € $ millones millón`),
    bind("(?<![\\p{L}])EE\\.", "UU\\.", /EE\./),
    bindNumbers(`p. pp. pág. págs. n.º N.º núm. vol. t. cap. art. fig. § §§ capítulo Capítulo figura Figura tabla
      Tabla página Página páginas artículo sección Sección parte Parte apéndice Apéndice ecuación Ecuación`),
    bindTitles("Sr. Sra. Srta. Dr. Dra. D. Dña. Sres. Lic. Prof."),
    INITIALS,
  ],
};
