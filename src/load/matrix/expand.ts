/**
 * The editions that a publication file describes, one by one: `extends`, `abstract`, `for-each` and
 * placeholders are resolved here, on plain data, so that everything after it sees editions as if
 * each were written out. A place still leads to where its value is written, in the file or the data.
 */
import type { core } from "zod";
import { type Diagnostic, diagnostic, type Report } from "../../diagnostics/diagnostic.js";
import { pathOf } from "../../input/data/value-at.js";
import type { YamlText } from "../../input/data/yaml.js";
import type { Folder } from "../../input/folder.js";
import type { Path, Places } from "../../model/places.js";
import { editionPlan } from "../schema/matrix-keys.js";
import { issueDiagnostics } from "../schema/wording.js";
import { type Combinations, combinations, type ForEach, MAX_EDITIONS } from "./for-each.js";
import { type Inherited, inheritance, isMapping, type Mapping } from "./inherit.js";
import { type Member, memberOf } from "./member.js";
import { derivedPattern, memberId } from "./member-id.js";

export interface Expanded extends YamlText {
  /** Name under which `editions` lists the description of an edition that was made by `for-each`. */
  readonly madeFrom: ReadonlyMap<string, string>;
  /** Keys that an edition has from one that it extends, by the edition's id. */
  readonly inherited: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Keys that are resolved here. */
const PLAN_KEYS = new Set(["extends", "abstract", "for-each", "id"]);

/** Resolves the editions of a publication file; every fault is reported, and what is left goes on. */
export async function expandEditions(yaml: YamlText, folder: Folder, report: Report): Promise<Expanded> {
  const { data, places } = yaml;
  const editions = isMapping(data) ? data.editions : undefined;
  if (!isMapping(data) || !isMapping(editions) || Object.keys(editions).length === 0) {
    return { ...yaml, madeFrom: new Map(), inherited: new Map() };
  }
  const sound = withoutFaults(editions, data, places, report);
  const inherit = inheritance(sound, places, report);
  const shared = isMapping(data.variables) ? data.variables : {};
  const members = new Map<string, Member>();
  const madeFrom = new Map<string, string>();
  const values: Record<string, unknown> = {};
  for (const [name, own] of Object.entries(sound)) {
    const inherited = inherit(name);
    if (!isMapping(own) || inherited === undefined) values[name] = own;
    if (!isMapping(own) || inherited === undefined || own.abstract === true) continue;
    const found = await rowsOf(name, inherited, places, folder, report);
    if (members.size + (found?.rows.length ?? 0) > MAX_EDITIONS) {
      tooMany(name, places, report);
      break;
    }
    const made = madeEditions(name, inherited, found, shared, places, report);
    addMembers(name, made, { members, madeFrom, values, places, sound }, report);
  }
  reportUnused(sound, places, report);
  if (Object.keys(values).length === 0) reportNoneMade(sound, places, report);
  const kept = Object.keys(values).length === 0 ? omit(data, "editions") : { ...data, editions: values };
  const inherited = new Map([...members].map(([id, member]) => [id, member.inherited]));
  return { data: kept, places: placesOf(members, places), madeFrom, inherited };
}

/** Takes out what is wrong with the keys that are resolved here. */
function withoutFaults(editions: Mapping, data: Mapping, places: Places, report: Report): Mapping {
  return Object.fromEntries(
    Object.entries(editions).map(([name, own]) => {
      const result = isMapping(own) ? editionPlan.safeParse(own) : undefined;
      if (!isMapping(own) || result === undefined || result.success) return [name, own];
      const issues = result.error.issues.map(
        (issue): core.$ZodIssue => ({ ...issue, path: ["editions", name, ...issue.path] }),
      );
      issueDiagnostics(issues, data, places).forEach(report);
      const faulty = new Set(issues.map((issue) => String(pathOf(issue)[2])));
      // Without its `for-each` an edition would only be wrong in more ways.
      const kept = Object.entries(own).filter(([key]) => !faulty.has(key));
      return [name, faulty.has("for-each") ? { abstract: true } : Object.fromEntries(kept)];
    }),
  );
}

async function rowsOf(
  name: string,
  { values, sources }: Inherited,
  places: Places,
  folder: Folder,
  report: Report,
): Promise<Combinations | undefined> {
  const forEach = values["for-each"];
  if (forEach === undefined) return { rows: [new Map()], keys: [] };
  const path = sources.get(JSON.stringify(["for-each"])) ?? ["editions", name, "for-each"];
  return combinations(forEach as ForEach, path, places, folder, report);
}

interface Made {
  readonly id: string;
  readonly member: Member;
}

function madeEditions(
  name: string,
  inherited: Inherited,
  found: Combinations | undefined,
  shared: Mapping,
  places: Places,
  report: Report,
): readonly Made[] {
  const { id: given, ...said } = inherited.values;
  const values = Object.fromEntries(Object.entries(said).filter(([key]) => !PLAN_KEYS.has(key)));
  const isMany = Object.hasOwn(inherited.values, "for-each");
  const pattern = typeof given === "string" ? given : derivedPattern(name, found?.keys ?? []);
  const idPlace = () => places.value(inherited.sources.get(JSON.stringify(["id"])) ?? ["editions", name]);
  return (found?.rows ?? []).flatMap((row) => {
    const member = memberOf(name, { ...inherited, values }, row, shared, places, report);
    if (!isMany && given === undefined) return [{ id: name, member }];
    const variables = isMapping(member.values.variables) ? member.values.variables : {};
    const id = memberId(pattern, { ...shared, ...variables }, row, idPlace(), report);
    return id === undefined ? [] : [{ id, member }];
  });
}

interface Catalogue {
  readonly members: Map<string, Member>;
  readonly madeFrom: Map<string, string>;
  readonly values: Record<string, unknown>;
  readonly places: Places;
  readonly sound: Mapping;
}

/** Adds the editions of one description; those whose name is taken are reported together. */
function addMembers(name: string, made: readonly Made[], into: Catalogue, report: Report): void {
  const { members, madeFrom, values, places, sound } = into;
  const doubles: string[] = [];
  for (const { id, member } of made) {
    const isNamedLater = id !== name && isMapping(sound[id]) && sound[id].abstract !== true;
    if (members.has(id) || isNamedLater) doubles.push(id);
    else {
      members.set(id, member);
      values[id] = member.values;
      if (id !== name) madeFrom.set(id, name);
    }
  }
  if (doubles.length > 0) report(duplicates(name, doubles, places));
}

function duplicates(name: string, ids: readonly string[], places: Places): Diagnostic {
  const [first] = ids;
  const more = ids.length > 1 ? `, and ${ids.length - 1} more` : "";
  const message = `\`${name}\` makes an edition \`${first}\` that already exists${more}`;
  const hint = 'Give it an `id` with variables that tell the editions apart: `id: "{{language}}-{{trim}}"`';
  return diagnostic("duplicate-edition", message, places.key(["editions", name]), hint);
}

function tooMany(name: string, places: Places, report: Report): void {
  const message = `The publication has more than ${MAX_EDITIONS} editions`;
  report(diagnostic("too-many-editions", message, places.key(["editions", name]), "Split the publication"));
}

/** A description that nothing is made from is most likely a slip. */
function reportUnused(editions: Mapping, places: Places, report: Report): void {
  const bases = new Set(Object.values(editions).flatMap((own) => (isMapping(own) ? [own.extends] : [])));
  for (const [name, own] of Object.entries(editions)) {
    if (!isMapping(own) || own.abstract !== true || bases.has(name) || Object.keys(own).length === 1)
      continue;
    const place = places.key(["editions", name]);
    const message = `No edition extends the abstract edition \`${name}\``;
    report(diagnostic("unused-key", message, place, `Write \`extends: ${name}\`, or remove it`));
  }
}

/** Silent when something else has been said that explains it. */
function reportNoneMade(editions: Mapping, places: Places, report: Report): void {
  const areAbstract = Object.values(editions).every(
    (own) => isMapping(own) && Object.keys(own).length > 1 && own.abstract,
  );
  if (!areAbstract) return;
  const hint = "Add an edition that extends one of them";
  report(diagnostic("empty-list", "All editions are abstract", places.key(["editions"]), hint));
}

function omit(data: Mapping, key: string): Mapping {
  return Object.fromEntries(Object.entries(data).filter(([each]) => each !== key));
}

function placesOf(members: ReadonlyMap<string, Member>, places: Places): Places {
  const find = (path: Path, end: "key" | "value") => {
    const member = path[0] === "editions" && path.length > 1 ? members.get(String(path[1])) : undefined;
    return member?.place(path.slice(2), end) ?? places[end](path);
  };
  return { value: (path) => find(path, "value"), key: (path) => find(path, "key") };
}
