/** Who is called, and when: from the cast and the crew, with the words by which editions address them. */
import type { Properties } from "hast";
import type { Path } from "../../../model/places.js";
import { spelt } from "../../../model/spelt.js";
import type { CallSheet, CastMember, CrewMember } from "./schema.js";
import { earliest } from "./times.js";

export interface Person {
  /** Word in `audience`. */
  readonly id: string;
  readonly name: string;
  /** Part or role. */
  readonly as?: string | undefined;
  /** Word of the department. */
  readonly department?: string;
  readonly call?: string | undefined;
  /** Other times, by the book's words for them. */
  readonly times: readonly (readonly [word: string, time: string])[];
  readonly remarks?: string | undefined;
  /** Of their own sheet. */
  readonly version?: string | undefined;
  /** Where the data has them. */
  readonly path: Path;
}

export function castPerson(member: CastMember, index: number): Person {
  const { id, name, character, pickup, makeup, set, remarks, version } = member;
  const shown = name ?? character ?? member.number ?? "";
  return {
    id: id ?? spelt(shown),
    name: shown,
    as: name === undefined ? undefined : character,
    call: member.call ?? earliest([makeup, set]) ?? pickup,
    times: named({ pickup, makeup, "on-set": set }),
    remarks,
    version,
    path: ["cast", index],
  };
}

export function crewPerson(member: CrewMember, index: number): Person {
  const { id, name, role, department, call, remarks, version } = member;
  const shown = name ?? role ?? department ?? "";
  return {
    id: id ?? spelt(shown),
    name: shown,
    as: name === undefined ? undefined : role,
    ...(department === undefined ? {} : { department: spelt(department) }),
    call,
    times: [],
    remarks,
    version,
    path: ["crew", index],
  };
}

function named(times: Readonly<Record<string, string | undefined>>): Person["times"] {
  return Object.entries(times).flatMap(([word, time]) => (time === undefined ? [] : [[word, time] as const]));
}

/** All that are called, each once, in the order of the sheet. */
export function peopleOf({ cast = [], crew = [] }: CallSheet): readonly Person[] {
  return [...cast.map(castPerson), ...crew.map(crewPerson)];
}

export interface Department {
  /** Word in `audience`. */
  readonly id: string;
  readonly name: string;
  readonly members: readonly (CrewMember & { readonly person: Person })[];
  /** The earliest of its calls. */
  readonly call?: string | undefined;
}

/** Departments in the order in which the crew names them; people of none come under no name. */
export function departmentsOf({ crew = [] }: CallSheet): readonly Department[] {
  const members = crew.map((member, index) => ({ ...member, person: crewPerson(member, index) }));
  const groups = new Map<string, typeof members>();
  for (const member of members) {
    const name = member.department ?? "";
    groups.set(name, [...(groups.get(name) ?? []), member]);
  }
  return [...groups].map(([name, group]) => ({
    id: spelt(name),
    name,
    members: group,
    call: earliest(group.map(({ call }) => call)),
  }));
}

/** Marks what belongs to some: their rows are known by it, and may be all that their own sheets show. */
export function ownedBy(ids: readonly string[], { personal }: CallSheet): Properties {
  if (ids.length === 0) return {};
  return { dataMine: ids.join(" "), ...(personal === "own-rows" ? { dataOthers: "hidden" } : {}) };
}
