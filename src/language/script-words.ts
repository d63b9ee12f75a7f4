/**
 * What pages of a script say that their writer has not: that a speech or a scene goes on, that a scene is left out.
 *
 * Languages that have no habits of their own here take the English words, which crews everywhere know.
 */

const en = {
  /** At the end of a page, below a speech that goes on. */
  more: "(MORE)",
  /** Behind the name of who goes on to speak. */
  continued: "(CONT'D)",
  /** At the head of a page on which a scene goes on. */
  "scene-goes-on": "CONTINUED:",
  /** At the foot of the page before it. */
  "scene-continued": "(CONTINUED)",
  /** In the place of a scene that is no longer there. */
  omitted: "OMITTED",
  /** Behind the colour of an issue, at the head of a page. */
  revision: "Rev.",
};

export type ScriptWord = keyof typeof en;

const TABLES: Readonly<Record<string, Readonly<Record<ScriptWord, string>>>> = {
  en,
  fr: {
    more: "(À SUIVRE)",
    continued: "(SUITE)",
    "scene-goes-on": "SUITE :",
    "scene-continued": "(À SUIVRE)",
    omitted: "SUPPRIMÉE",
    revision: "Rév.",
  },
  de: {
    more: "(WEITER)",
    continued: "(FORTS.)",
    "scene-goes-on": "FORTSETZUNG:",
    "scene-continued": "(FORTSETZUNG)",
    omitted: "ENTFÄLLT",
    revision: "Fassung",
  },
  es: {
    more: "(MÁS)",
    continued: "(CONT.)",
    "scene-goes-on": "CONTINÚA:",
    "scene-continued": "(CONTINÚA)",
    omitted: "SUPRIMIDA",
    revision: "Rev.",
  },
  it: {
    more: "(SEGUE)",
    continued: "(CONT.)",
    "scene-goes-on": "CONTINUA:",
    "scene-continued": "(CONTINUA)",
    omitted: "OMESSA",
    revision: "Rev.",
  },
};

/** @param language BCP 47. */
export function scriptWord(language: string, word: ScriptWord): string {
  return (TABLES[language.split("-")[0]!.toLowerCase()] ?? en)[word];
}
