/** Metadata of one edition, in the shape that the later stages read. */
import { diagnostic, type Report } from "../diagnostics/diagnostic.js";
import { canonicalLanguage, languageStanding, likelyLanguage } from "../language/tag.js";
import type { Contributor, Metadata, Subject } from "../model/metadata.js";
import type { Merged } from "./editions/merged.js";
import { describedStatement } from "./provenance.js";
import { describedRights } from "./rights.js";
import { derivedIdentifier } from "./schema/identifier.js";
import type { Overridable } from "./schema/schema.js";

/** Brings an edition's metadata into shape; a language that nobody lists is a warning. */
export function describedMetadata(merged: Merged, report: Report): Metadata {
  const { value } = merged;
  warnOfLanguage(merged, report);
  const language = canonicalLanguage(value.language);
  const contributors = (value.contributors ?? []).map((each, index) => contributor(each, index, merged));
  const series = typeof value.series === "string" ? { name: value.series } : value.series;
  return {
    title: value.title,
    ...given("subtitle", value.subtitle),
    language,
    contributors,
    ...given("publisher", value.publisher),
    ...given("date", value.date === undefined ? undefined : String(value.date)),
    ...given("modified", value.modified),
    ...describedRights(merged, report),
    ...given("description", value.description),
    subjects: (value.subjects ?? []).map((each, index) => subject(each, index, merged)),
    identifier: value.identifier ?? deriveFrom(value, language),
    ...given("workIdentifier", workIdentifier(merged)),
    ...(series === undefined ? {} : { series: { name: series.name, ...given("position", series.position) } }),
  };
}

/** An edition with an identifier of its own still says which work it is an edition of. */
function workIdentifier({ value, work, pathOf }: Merged): string | undefined {
  const isOwn = pathOf("identifier").length > 1;
  return isOwn && work !== value.identifier ? work : undefined;
}

/** Translations are works of their own to a reading system, so the language is part of the name. */
function deriveFrom(value: Overridable, language: string): string {
  return derivedIdentifier([value.title, language, ...(value.contributors ?? []).map((each) => each.name)]);
}

function warnOfLanguage({ value, places, pathOf }: Merged, report: Report): void {
  if (languageStanding(value.language) !== "unlisted") return;
  const likely = likelyLanguage(value.language);
  const hint =
    likely === undefined ? "Check the tag against the IANA registry" : `Did you mean \`${likely}\`?`;
  const message = `\`${value.language}\` is not a language that is widely known`;
  report(diagnostic("unlisted-language", message, places.value(pathOf("language")), hint));
}

function contributor(
  each: NonNullable<Overridable["contributors"]>[number],
  index: number,
  { places, pathOf }: Merged,
): Contributor {
  const { name, role = "aut", provenance } = each;
  const at = places.value([...pathOf("contributors"), index, ...(each.role === undefined ? [] : ["role"])]);
  const said = () => places.value([...pathOf("contributors"), index, "provenance"]);
  return {
    name,
    ...given("fileAs", each["file-as"]),
    role,
    ...given("kind", each.kind),
    location: at,
    ...(provenance === undefined ? {} : { provenance: describedStatement(provenance, said()) }),
  };
}

function subject(
  each: NonNullable<Overridable["subjects"]>[number],
  index: number,
  { places, pathOf }: Merged,
): Subject {
  if (typeof each === "string") return { term: each };
  // A code alone is its own term until the scheme's headings are known.
  const term = each.term ?? each.code ?? "";
  const location =
    each.code === undefined ? {} : { location: places.value([...pathOf("subjects"), index, "code"]) };
  return { term, ...given("scheme", each.scheme), ...given("code", each.code), ...location };
}

/** An optional member: there when it has a value, absent when not. */
function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { [name in Key]?: NonNullable<Value> } {
  return (value === undefined ? {} : { [key]: value }) as { [name in Key]?: NonNullable<Value> };
}
