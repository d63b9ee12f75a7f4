/** Spanish, after the Ortografía of the Real Academia Española. */
import { POINTS_AND_DASHES } from "./common.js";
import {
  bind,
  bindNumbers,
  bindTitles,
  bindUnits,
  INITIALS,
  NARROW_NO_BREAK,
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
    {
      find: /(?<=(?<![\p{L}\d.,\uFFFC-])\d{1,3}(?:[ \u00A0\u202F]\d{3}){0,4})[ \n\u00A0](?=\d{3}(?!\d))/gu,
      put: NARROW_NO_BREAK,
      when: /\d\s\d{3}/,
    },
    bindUnits(`${UNITS} % ‰ € $ millones millón`),
    bind("(?<![\\p{L}])EE\\.", "UU\\.", /EE\./),
    bindNumbers(`p. pp. pág. págs. n.º N.º núm. vol. t. cap. art. fig. § §§ capítulo Capítulo figura Figura tabla
      Tabla página Página páginas artículo sección Sección parte Parte apéndice Apéndice ecuación Ecuación`),
    bindTitles("Sr. Sra. Srta. Dr. Dra. D. Dña. Sres. Lic. Prof."),
    INITIALS,
  ],
};
