/**
 * What pages of a script say that their writer has not: that a speech or a scene goes on, that a scene is left out; and
 * the words of the lists behind it.
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
  /** Titles of the lists behind a script, and what heads their columns. */
  "list-scenes": "Scenes",
  "list-characters": "Characters",
  "list-locations": "Locations",
  "list-cast": "Cast by scene",
  number: "No.",
  scene: "Scene",
  page: "Page",
  length: "Length",
  total: "Total",
  character: "Character",
  speeches: "Speeches",
  scenes: "Scenes",
  location: "Location",
  inside: "Int./Ext.",
  cast: "Cast",
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
    "list-scenes": "Séquences",
    "list-characters": "Personnages",
    "list-locations": "Décors",
    "list-cast": "Personnages par séquence",
    number: "N°",
    scene: "Séquence",
    page: "Page",
    length: "Longueur",
    total: "Total",
    character: "Personnage",
    speeches: "Répliques",
    scenes: "Séquences",
    location: "Décor",
    inside: "Int./Ext.",
    cast: "Personnages",
  },
  de: {
    more: "(WEITER)",
    continued: "(FORTS.)",
    "scene-goes-on": "FORTSETZUNG:",
    "scene-continued": "(FORTSETZUNG)",
    omitted: "ENTFÄLLT",
    revision: "Fassung",
    "list-scenes": "Szenen",
    "list-characters": "Figuren",
    "list-locations": "Motive",
    "list-cast": "Figuren nach Szenen",
    number: "Nr.",
    scene: "Szene",
    page: "Seite",
    length: "Länge",
    total: "Summe",
    character: "Figur",
    speeches: "Einsätze",
    scenes: "Szenen",
    location: "Motiv",
    inside: "Innen/Außen",
    cast: "Figuren",
  },
  es: {
    more: "(MÁS)",
    continued: "(CONT.)",
    "scene-goes-on": "CONTINÚA:",
    "scene-continued": "(CONTINÚA)",
    omitted: "SUPRIMIDA",
    revision: "Rev.",
    "list-scenes": "Secuencias",
    "list-characters": "Personajes",
    "list-locations": "Localizaciones",
    "list-cast": "Personajes por secuencia",
    number: "N.º",
    scene: "Secuencia",
    page: "Página",
    length: "Extensión",
    total: "Total",
    character: "Personaje",
    speeches: "Intervenciones",
    scenes: "Secuencias",
    location: "Localización",
    inside: "Int./Ext.",
    cast: "Personajes",
  },
  it: {
    more: "(SEGUE)",
    continued: "(CONT.)",
    "scene-goes-on": "CONTINUA:",
    "scene-continued": "(CONTINUA)",
    omitted: "OMESSA",
    revision: "Rev.",
    "list-scenes": "Scene",
    "list-characters": "Personaggi",
    "list-locations": "Ambienti",
    "list-cast": "Personaggi per scena",
    number: "N.",
    scene: "Scena",
    page: "Pagina",
    length: "Lunghezza",
    total: "Totale",
    character: "Personaggio",
    speeches: "Battute",
    scenes: "Scene",
    location: "Ambiente",
    inside: "Int./Est.",
    cast: "Personaggi",
  },
};

/** @param language BCP 47. */
export function scriptWord(language: string, word: ScriptWord): string {
  return (TABLES[language.split("-")[0]!.toLowerCase()] ?? en)[word];
}
