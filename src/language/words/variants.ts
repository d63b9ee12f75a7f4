/** Words of countries that write a language otherwise than its table does; see `words.ts`. */
import { de } from "./de.js";
import { pt } from "./pt.js";
import type { Words } from "./words.js";

/** Switzerland and Liechtenstein write no ß. */
export const deCH: Words = {
  ...de,
  footnotes: "Fussnoten",
  "summary-no-images": "Die Publikation enthält ausser dem Umschlag keine Bilder.",
};

export const ptPT: Words = {
  ...pt,
  halftitlepage: "Anterrosto",
  titlepage: "Rosto",
  "copyright-page": "Ficha técnica",
  toc: "Índice",
  section: "Secção",
  contributors: "Colaboradores",
  colophon: "Cólofon",
  "role-edt": "Coordenação de",
  "role-bkd": "Design de",
  "summary-structure":
    "O texto pode ser ampliado e adapta-se ao ecrã; está organizado por títulos e por um índice com ligações.",
};
