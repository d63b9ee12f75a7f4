import { describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../../../../src/model/roles.js";
import { texts } from "../../../../support/xml.js";
import { publish, type SectionInput } from "../book.js";

/** Types of sections whose name in DPUB-ARIA 1.1 is the same with `doc-` before it. */
const SAME_NAME = `abstract acknowledgments afterword appendix bibliography chapter colophon conclusion
  dedication endnotes epigraph epilogue errata foreword glossary index introduction part preface prologue`.split(
  /\s+/,
);

/** The contents and the cover have documents of their own kind. */
const PUBLISHED = (Object.keys(ROLES) as Role[]).filter((role) => role !== "toc" && role !== "cover");

describe("the sections of an ebook", () => {
  it("have the role of DPUB-ARIA that matches their type, where there is one", async () => {
    const sections = PUBLISHED.map(
      (role): SectionInput => ({ id: role, role, title: role, html: "<p>Text</p>" }),
    );
    const { read, diagnostics } = await publish({ sections });
    expect(diagnostics).toEqual([]);
    const documents = await Promise.all(PUBLISHED.map((role) => read(`${role}.xhtml`)));
    const roles = documents.map((xhtml) => texts(xhtml, "//h:body/h:section/@role")[0]);
    expect(roles).toEqual(PUBLISHED.map((role) => (SAME_NAME.includes(role) ? `doc-${role}` : undefined)));
  });
});
