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

/** @param written an identifier or a name, whatever its case and hyphens: `CC-BY-4.0`, `CC BY 4.0`. */
export function licenceNamed(written: string): Licence | undefined {
  return BY_NAME.get(plain(written));
}

/** Without what people write in more than one way. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, "-");
}
