/** The chapter on `publication.yaml`: every key, from the JSON Schema that editors use too. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publicationJsonSchema } from "../load/schema/json-schema.js";
import { alternatives, code, type Definition, definitionList, escaped, generatedNote } from "./markdown.js";
import { MANUAL } from "./place.js";

/** The parts of JSON Schema that the publication's schema is made of. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

interface Group {
  readonly title: string;
  readonly id: string;
  readonly intro: string;
  readonly schema: Schema;
  /** Keys that another group explains. */
  readonly without?: ReadonlySet<string>;
}

/** A list of names longer than this is a table elsewhere in the reference. */
const LONGEST_ENUMERATION = 8;

/** A publication file that has every key; `tour.yaml` so that it is not taken for a publication. */
export const TOUR = join(MANUAL, "tour.yaml");

export async function publicationFileChapter(): Promise<string> {
  const root = publicationJsonSchema() as Schema;
  const tour = `## A file with every key\n\n\`\`\`yaml\n${await readFile(TOUR, "utf8")}\`\`\``;
  const groups = [mainGroup(root), ...nestedGroups(root, [])].map(writeGroup);
  return `${[generatedNote("the schema in `src/load/schema/`"), INTRODUCTION, ...groups, tour].join("\n\n")}\n`;
}

const INTRODUCTION = `# The Publication File {#sec-publication-file}

All keys of [\`publication.yaml\`]{.index .main entry="publication.yaml"}. A key that nothing knows is an error, and the message names the key that was most likely meant. The same descriptions appear in an editor that knows YAML schemas: put this line at the top of the file.

\`\`\`yaml
# yaml-language-server: $schema=node_modules/colophon/dist/lib/publication.schema.json
\`\`\``;

function mainGroup(schema: Schema): Group {
  const intro =
    "Those marked as *required* must be there. Every key but `editions` may be given again for one edition, and then counts for that edition.";
  return { title: "Keys of a publication", id: "keys", intro, schema };
}

/** Mappings inside of the publication, each once, in the order in which they come up. */
function nestedGroups(schema: Schema, path: readonly string[]): Group[] {
  const groups: Group[] = [];
  for (const [key, value] of Object.entries(schema.properties ?? {})) {
    const inner = mappingIn(value);
    if (inner === undefined) continue;
    const here = [...path, key];
    const isRepeated = key === "editions";
    const known = new Set(Object.keys(schema.properties ?? {}));
    groups.push({
      title: `Keys of ${escaped(NAMES[here.join(".")] ?? code(here.join(".")))}`,
      id: `keys-${here.join("-")}`,
      intro: `In ${here.map(code).join(" → ")}.${isRepeated ? " An edition has all keys of the publication besides." : ""}`,
      schema: inner,
      ...(isRepeated ? { without: known } : {}),
    });
    if (!isRepeated) groups.push(...nestedGroups(inner, here));
  }
  return groups.filter((group) => !ELSEWHERE.has(group.id));
}

/** What the mappings are, in words. */
const NAMES: Readonly<Record<string, string>> = {
  contributors: "a contributor",
  subjects: "a subject",
  series: "a series",
  bodymatter: "an entry of `bodymatter`",
  accessibility: "`accessibility`",
  editions: "an edition",
};

/**
 * An entry of the front and back matter, and of a part, has the keys of one of the body. Those of `words` are a
 * table among the names and values.
 */
const ELSEWHERE = new Set(["keys-frontmatter", "keys-backmatter", "keys-bodymatter-sections", "keys-words"]);

/** The mapping that a value is, or that is in a list or an alternative or behind a name. */
function mappingIn(schema: Schema): Schema | undefined {
  if (schema.properties) return schema;
  if (schema.items) return mappingIn(schema.items);
  if (typeof schema.additionalProperties === "object") return mappingIn(schema.additionalProperties);
  return schema.anyOf?.map(mappingIn).find((each) => each !== undefined);
}

function writeGroup({ title, id, intro, schema, without }: Group): string {
  const keys = Object.entries(schema.properties ?? {}).filter(([key]) => !without?.has(key));
  const definitions = keys.map(([key, value]) =>
    keyDefinition(key, value, `${id.replace(/^keys/, "key")}-${key}`, schema),
  );
  return `## ${title} {#sec-${id}}\n\n${intro}\n\n${definitionList(definitions)}`;
}

function keyDefinition(key: string, value: Schema, id: string, owner: Schema): Definition {
  const required = owner.required?.includes(key) ? ", required" : "";
  const description = value.description === undefined ? "" : ` ${escaped(value.description)}`;
  const owned = id === `key-${key}` ? key : `${key} (key)`;
  return { term: key, id, entry: owned, paragraphs: [`*${kindOf(value)}${required}.*${description}`] };
}

/** What may stand there, in words: `a list of mappings`, `` `recto` or `next` ``. */
function kindOf(schema: Schema, plural: "" | "s" = ""): string {
  if (schema.enum) {
    const names = schema.enum.map(String);
    return names.length > LONGEST_ENUMERATION ? `name${plural}` : alternatives(names);
  }
  if (schema.const !== undefined) return code(String(schema.const));
  if (schema.anyOf) return kindsOf(schema.anyOf, plural).join(" or ");
  switch (schema.type) {
    case "array":
      return `list${plural} of ${kindOf(schema.items ?? {}, "s")}`;
    case "object":
      return `mapping${plural}`;
    case "integer":
      return `whole number${plural}${rangeOf(schema)}`;
    case "number":
      return `number${plural}${rangeOf(schema)}`;
    case "boolean":
      return "`true` or `false`";
    default:
      return `text${plural}`;
  }
}

/** That a value of an edition may be `{{ name }}` is told once, where variables are explained. */
function kindsOf(schemas: readonly Schema[], plural: "" | "s"): readonly string[] {
  const told = schemas.filter(({ pattern }) => !pattern?.startsWith("\\{\\{"));
  return [...new Set(told.filter((each) => !isOnlyEntry(each, told)).map((each) => kindOf(each, plural)))];
}

/** One text or mapping in place of a list of such: the list says enough. */
function isOnlyEntry(schema: Schema, kinds: readonly Schema[]): boolean {
  return kinds.some(({ items }) => items?.anyOf !== undefined && kindOf(items) === kindOf(schema));
}

/** Whole numbers have the bounds of JavaScript when they have no others: no news to users. */
function rangeOf({ minimum, maximum }: Schema): string {
  const isTold = (bound: number | undefined) => bound !== undefined && Number.isSafeInteger(bound * 2);
  if (isTold(minimum) && isTold(maximum)) return ` from ${minimum} to ${maximum}`;
  if (isTold(minimum)) return ` from ${minimum}`;
  return isTold(maximum) ? ` to ${maximum}` : "";
}
