/**
 * The roles a section can have.
 *
 * Names are those of the EPUB 3 Structural Semantics Vocabulary 1.1; `aria` is the
 * matching role of DPUB-ARIA 1.1, where there is one. One table serves the
 * validation of `publication.yaml`, the print templates and the EPUB.
 */

export type Matter = "front" | "body" | "back";

export interface RoleDefinition {
  /** Where sections of this role usually stand. */
  readonly matter: Matter;
  /** DPUB-ARIA 1.1 role, when the vocabulary has one for a whole section. */
  readonly aria?: `doc-${string}`;
  /** True when a template makes the section, so it may stand without a file. */
  readonly generated?: true;
  /** False for pages that a table of contents does not list. */
  readonly listed?: false;
}

export const ROLES = {
  cover: { matter: "front", aria: "doc-cover", generated: true, listed: false },
  halftitlepage: { matter: "front", generated: true, listed: false },
  titlepage: { matter: "front", generated: true, listed: false },
  "copyright-page": { matter: "front", generated: true, listed: false },
  frontispiece: { matter: "front", listed: false },
  dedication: { matter: "front", aria: "doc-dedication", listed: false },
  epigraph: { matter: "front", aria: "doc-epigraph", listed: false },
  toc: { matter: "front", aria: "doc-toc", generated: true, listed: false },
  loi: { matter: "front", generated: true },
  lot: { matter: "front", generated: true },
  lol: { matter: "front", generated: true },
  preamble: { matter: "front" },
  foreword: { matter: "front", aria: "doc-foreword" },
  preface: { matter: "front", aria: "doc-preface" },
  acknowledgments: { matter: "front", aria: "doc-acknowledgments" },
  abstract: { matter: "front", aria: "doc-abstract" },
  introduction: { matter: "front", aria: "doc-introduction" },
  prologue: { matter: "body", aria: "doc-prologue" },
  part: { matter: "body", aria: "doc-part", generated: true },
  chapter: { matter: "body", aria: "doc-chapter" },
  conclusion: { matter: "body", aria: "doc-conclusion" },
  epilogue: { matter: "body", aria: "doc-epilogue" },
  afterword: { matter: "back", aria: "doc-afterword" },
  appendix: { matter: "back", aria: "doc-appendix" },
  endnotes: { matter: "back", aria: "doc-endnotes", generated: true },
  glossary: { matter: "back", aria: "doc-glossary" },
  bibliography: { matter: "back", aria: "doc-bibliography", generated: true },
  index: { matter: "back", aria: "doc-index", generated: true },
  contributors: { matter: "back" },
  "other-credits": { matter: "back" },
  errata: { matter: "back", aria: "doc-errata" },
  colophon: { matter: "back", aria: "doc-colophon", generated: true, listed: false },
} as const satisfies Record<string, RoleDefinition>;

export type Role = keyof typeof ROLES;

/** The definition behind a role, with its optional members visible to the type checker. */
export function roleDefinition(role: Role): RoleDefinition {
  return ROLES[role];
}
