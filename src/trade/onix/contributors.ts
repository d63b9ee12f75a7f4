/**
 * Who made a product, in the roles of ONIX (list 17), and what a machine made of it: a contributor without a name, of
 * the kind “AI” (list 19, code 09), in the role that it had, or as “assisted by” (Z01) behind those whom it helped.
 */
import type { Contributor } from "../../model/metadata.js";
import type { Statement } from "../../model/provenance.js";
import type { Edition } from "../../model/publication.js";
import { OTHER_ROLE, ROLE_CODES } from "./codes.js";
import { element, type OnixElement } from "./xml.js";

const AI = "09";
const SYNTHESIZED_VOICE = "07";
const ASSISTED_BY = "Z01";

/** A contributor as ONIX has it. */
interface Maker {
  readonly role: string;
  readonly name: readonly OnixElement[];
}

export function contributors({ metadata, provenance }: Edition): OnixElement[] {
  const people = metadata.contributors.map(makerOf);
  const makers = [...people, ...machines(provenance?.parts ?? {}, metadata.contributors)];
  if (makers.length === 0) return [element("NoContributor", [])];
  return makers.map(({ role, name }, index) =>
    element("Contributor", [
      element("SequenceNumber", String(index + 1)),
      element("ContributorRole", role),
      ...name,
    ]),
  );
}

function makerOf({ name, fileAs, role, kind, provenance }: Contributor): Maker {
  const code = ROLE_CODES[role] ?? OTHER_ROLE;
  if (provenance?.made === "generated") return { role: code, name: machine(role === "nrt", [name]) };
  if (kind === "organisation") return { role: code, name: [element("CorporateName", name)] };
  return {
    role: code,
    name: [
      element("PersonName", name),
      ...(fileAs === undefined ? [] : [element("PersonNameInverted", fileAs)]),
    ],
  };
}

/** A kind of machine, with the names of the systems as its other names. */
function machine(isVoice: boolean, tools: readonly string[]): OnixElement[] {
  return [
    element("UnnamedPersons", isVoice ? SYNTHESIZED_VOICE : AI),
    ...tools.map((tool) =>
      element("AlternativeName", [element("NameType", "00"), element("CorporateName", tool)]),
    ),
  ];
}

/** The role of a machine by what it made, and the relator of a contributor that stands for it. */
const MACHINE_ROLES = {
  text: { role: "A01", relators: ["aut"] },
  images: { role: "A12", relators: ["ill", "pht", "art"] },
  translation: { role: "B06", relators: ["trl"] },
  narration: { role: "E07", relators: ["nrt", "vac"] },
} as const;

function machines(
  parts: NonNullable<Edition["provenance"]>["parts"],
  people: readonly Contributor[],
): Maker[] {
  const said = Object.entries(MACHINE_ROLES).flatMap(([part, { role, relators }]) => {
    const statement = parts[part as keyof typeof MACHINE_ROLES];
    const isNamed = people.some(
      (each) => each.provenance?.made === "generated" && (relators as readonly string[]).includes(each.role),
    );
    return statement === undefined || isNamed ? [] : [{ part, role, statement }];
  });
  const generated = said.filter(({ statement }) => statement.made === "generated");
  const helped = said
    .filter(({ statement }) => statement.made === "assisted")
    .map(({ statement }) => statement);
  helped.push(...people.flatMap(({ provenance }) => (provenance?.made === "assisted" ? [provenance] : [])));
  return [
    ...generated.map(({ part, role, statement }) => ({
      role,
      name: machine(part === "narration", statement.tools),
    })),
    // “Assisted by” stands behind somebody: without anybody it has no meaning.
    ...(helped.length > 0 && people.length > 0
      ? [{ role: ASSISTED_BY, name: machine(false, toolsOf(helped)) }]
      : []),
  ];
}

function toolsOf(statements: readonly Statement[]): readonly string[] {
  return [...new Set(statements.flatMap(({ tools }) => tools))];
}
