/** How a publication was made, in the shape that the later stages read. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import type { Location } from "../diagnostics/location.js";
import { nearest } from "../diagnostics/nearest.js";
import { MADE_PARTS, type Making, type Provenance, type Statement } from "../model/provenance.js";
import type { SectionSpec } from "../model/publication.js";
import type { Merged } from "./editions/merged.js";
import type { StatementDescription } from "./schema/provenance-keys.js";

export function describedStatement(described: StatementDescription, location: Location): Statement {
  if (typeof described === "string") {
    return { made: described as Making, tools: [], reviewers: [], location };
  }
  const { made, tool, "reviewed-by": reviewers, date, extent, editing } = described;
  return {
    made: made as Making,
    tools: [tool ?? []].flat(),
    reviewers: [reviewers ?? []].flat(),
    ...(date === undefined ? {} : { date: String(date) }),
    ...(extent === undefined ? {} : { extent }),
    ...(editing === undefined ? {} : { editing }),
    location,
  };
}

/** @returns undefined when nothing is said: then nothing is claimed. */
export function describedProvenance({ value, places, pathOf }: Merged): Provenance | undefined {
  const { provenance } = value;
  if (provenance === undefined) return undefined;
  const path = pathOf("provenance");
  if (typeof provenance === "string") {
    const all = describedStatement(provenance, places.value(path));
    return { parts: { text: all, images: all }, marks: "none" };
  }
  const parts = MADE_PARTS.flatMap((part) => {
    const described = provenance[part];
    return described === undefined
      ? []
      : [[part, describedStatement(described, places.value([...path, part]))]];
  });
  const { responsible, marks = "none" } = provenance;
  return {
    parts: Object.fromEntries(parts),
    ...(responsible === undefined ? {} : { responsible: [responsible].flat() }),
    marks,
  };
}

/** The sections with what `provenance` says of single ones; a name of none is an error. */
export function withOwnProvenance(
  sections: readonly SectionSpec[],
  leftOut: readonly string[],
  { value: { provenance, content = "content" }, places, pathOf }: Merged,
  report: Report,
): readonly SectionSpec[] {
  if (provenance === undefined || typeof provenance === "string") return sections;
  const path = [...pathOf("provenance"), "sections"];
  const named = new Map(Object.entries(provenance.sections ?? {}));
  const isNamed = (file: string, name: string) => file === name || file === `${content}/${name}`;
  const files = sections.flatMap((each) => each.files);
  for (const name of named.keys()) {
    if ([...files, ...leftOut].some((file) => isNamed(file, name))) continue;
    const similar = nearest(
      name,
      files.map((file) => (file.startsWith(`${content}/`) ? file.slice(content.length + 1) : file)),
    );
    const hint =
      similar === undefined ? "Name the file of a section as it is listed" : `Did you mean \`${similar}\`?`;
    report(
      diagnostic("unknown-section", `There is no section \`${name}\``, places.key([...path, name]), hint),
    );
  }
  return sections.map((each) => {
    const found = [...named].find(([name]) => each.files.some((file) => isNamed(file, name)));
    if (found === undefined || each.provenance !== undefined) return each;
    return { ...each, provenance: describedStatement(found[1], places.value([...path, found[0]])) };
  });
}
