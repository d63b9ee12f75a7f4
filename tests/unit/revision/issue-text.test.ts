/** Issues as files: what is written is read, and what was altered is known. */
import { expect, test } from "vitest";
import { colourOf } from "../../../src/model/issue.js";
import { readIssue, writeIssue } from "../../../src/revision/issue-text.js";

const ISSUE = {
  number: 2,
  name: "Blue",
  date: "2026-12-04",
  files: [
    {
      file: "text/low water.fountain",
      blocks: [
        { kind: "action", text: "file not\tone\\n" },
        { kind: "dialogue", text: "One\ntwo" },
      ],
      pages: [
        { name: "1", issue: 1, block: 0, offset: 0 },
        { name: "1A", issue: 2, block: 1, offset: 4 },
      ],
    },
    { file: "a.md", blocks: [], pages: [] },
  ],
};

test("an issue is read as it was written, with the line ends of any system", () => {
  expect(readIssue(writeIssue(ISSUE))).toEqual(ISSUE);
  expect(readIssue(writeIssue(ISSUE).replaceAll("\n", "\r\n"))).toEqual(ISSUE);
});

test("one that was altered is known, and one that is none", () => {
  expect(readIssue(writeIssue(ISSUE).replace("two", "three"))).toEqual({ reason: "altered", line: 4 });
  expect(readIssue("# Notes")).toEqual({ reason: "unreadable", line: 1 });
});

test("colours come in the order of the industry, and then once more", () => {
  expect([1, 2, 3, 10, 11, 12, 21].map(colourOf)).toEqual([
    "White",
    "Blue",
    "Pink",
    "Tan",
    "Double White",
    "Double Blue",
    "Triple White",
  ]);
});
