/** Licences that a work may be published under, by their identifiers of the SPDX list. */
import type { Licence } from "./rights.js";

const CC = "https://creativecommons.org";

/** Creative Commons: the elements of each licence, and the versions that there are. */
const COMMONS = ["BY", "BY-SA", "BY-ND", "BY-NC", "BY-NC-SA", "BY-NC-ND"].flatMap((elements) =>
  ["1.0", "2.0", "2.5", "3.0", "4.0"].map(
    (version): Licence => ({
      id: `CC-${elements}-${version}`,
      name: `CC ${elements} ${version}`,
      // In the first version the two stood the other way round.
      url: `${CC}/licenses/${(elements === "BY-NC-ND" && version === "1.0" ? "by-nd-nc" : elements).toLowerCase()}/${version}/`,
    }),
  ),
);

const spdx = (id: string, name: string): Licence => ({
  id,
  name,
  url: `https://spdx.org/licenses/${id}.html`,
});

const LICENCES: readonly Licence[] = [
  ...COMMONS,
  { id: "CC0-1.0", name: "CC0 1.0", url: `${CC}/publicdomain/zero/1.0/` },
  { id: "CC-PDDC", name: "Public Domain Mark 1.0", url: `${CC}/publicdomain/mark/1.0/` },
  spdx("MIT", "MIT License"),
  spdx("Apache-2.0", "Apache License 2.0"),
  spdx("BSD-2-Clause", "BSD 2-Clause License"),
  spdx("BSD-3-Clause", "BSD 3-Clause License"),
  spdx("ISC", "ISC License"),
  spdx("MPL-2.0", "Mozilla Public License 2.0"),
  spdx("Unlicense", "The Unlicense"),
  ...["1.1", "1.2", "1.3"].flatMap((version) => [
    spdx(`GFDL-${version}-only`, `GNU Free Documentation License ${version}`),
    spdx(`GFDL-${version}-or-later`, `GNU Free Documentation License ${version} or later`),
  ]),
  ...["2.0", "3.0"].flatMap((version) => [
    spdx(`GPL-${version}-only`, `GNU General Public License ${version}`),
    spdx(`GPL-${version}-or-later`, `GNU General Public License ${version} or later`),
  ]),
  spdx("LAL-1.3", "Licence Art Libre 1.3"),
  spdx("etalab-2.0", "Licence Ouverte 2.0"),
  spdx("OGL-UK-3.0", "Open Government Licence v3.0"),
];

export const LICENCE_IDS: readonly string[] = LICENCES.map(({ id }) => id);

const BY_NAME = new Map(LICENCES.flatMap((each) => [each.id, each.name].map((name) => [plain(name), each])));
// There is one version of it.
BY_NAME.set("cc0", BY_NAME.get("cc0-1.0")!);

/**
 * @param written an identifier, a name or an address, as people write them: `CC-BY-4.0`, `CC BY 4.0`, `Creative Commons
 * Attribution 4.0 International`, `https://creativecommons.org/licenses/by/4.0/`.
 */
export function licenceNamed(written: string): Licence | undefined {
  const bare = written
    .trim()
    .replace(/^<|>$/g, "")
    .replace(LICENSED_UNDER, "")
    .replace(/[.\s]+$/, "");
  return (
    BY_NAME.get(plain(bare)) ?? commonsAt(bare) ?? BY_NAME.get(plain(commonsWords(bare))) ?? ported(bare)
  );
}

/** `This book is licensed under the …`: nothing is said beside the licence. */
const LICENSED_UNDER =
  /^(?:(?:this|the) (?:work|book|text|content)s? (?:is|are) )?(?:licen[cs]ed|published|released|available) under (?:an? |the )?(?:terms of the )?/i;

/** Without what people write in more than one way. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}

/** The address of one of the licences, in whatever language; of those for a country, too. */
function commonsAt(address: string): Licence | undefined {
  const path =
    /^(?:https?:\/\/)?(?:www\.)?creativecommons\.org\/(.*)$/i.exec(address)?.[1]?.toLowerCase() ?? "";
  if (path.startsWith("publicdomain/zero/")) return BY_NAME.get("cc0-1.0");
  if (path.startsWith("publicdomain/mark/")) return BY_NAME.get("cc-pddc");
  const [, elements, version, country] =
    /^licenses\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2})(?:\/|$))?/.exec(path) ?? [];
  if (elements === undefined) return undefined;
  const known = elements === "by-nd-nc" ? "by-nc-nd" : elements;
  return ported([`cc-${known}-${version}`, ...(country === undefined ? [] : [country])].join("-"));
}

const LONG_NAMES: readonly (readonly [RegExp, string])[] = [
  [/creative commons/, "cc"],
  [/attribution/, "by"],
  [/non[- ]?commercial/, "nc"],
  [/share[- ]?alike/, "sa"],
  [/no[- ]?deriv(?:ative)?s?(?: works)?/, "nd"],
  [/\b(?:international|unported|generic|public|universal|licen[cs]e)\b/g, ""],
  [/[()]/g, " "],
];

/** `Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)` in its short form. */
function commonsWords(name: string): string {
  const short = LONG_NAMES.reduce((words, [long, word]) => words.replace(long, word), name.toLowerCase());
  const joined = plain(short.trim());
  const [, first = joined, again] = /^(.+\d\.\d)-(cc-.+\d\.\d)$/.exec(joined) ?? [];
  const alone = again === undefined || again === first ? first : joined;
  return alone.startsWith("cc") ? alone : `cc-${alone}`;
}

/** Up to version 3.0 there were licences for the law of single countries: `CC BY 3.0 DE`. */
function ported(name: string): Licence | undefined {
  const [, base = "", country] = /^(cc-[a-z-]+-[123]\.\d)-([a-z]{2})$/.exec(plain(name)) ?? [];
  const known = BY_NAME.get(country === undefined ? plain(name) : base);
  if (known === undefined || country === undefined) return known;
  const place = country.toUpperCase();
  return { id: `${known.id}-${place}`, name: `${known.name} ${place}`, url: `${known.url}${country}/` };
}
