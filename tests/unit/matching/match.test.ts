import { describe, expect, it } from "vitest";
import { fold } from "../../../src/matching/fold.js";
import { lettersOf } from "../../../src/matching/letters.js";
import { findInOrder, type Sought, soughtText } from "../../../src/matching/match.js";

/** What of some texts is missing where other letters are. */
function missing(texts: readonly string[], letters: string): string[] {
  const sought = texts.map((text, id): Sought => soughtText(id, text, fold(text)));
  findInOrder(lettersOf(fold(letters)), sought);
  return sought.map(({ text, gaps }) => gaps.map(({ from, to }) => text.slice(from, to)).join("|"));
}

it("finds texts that something else parts", () => {
  expect(missing(["before the picture and after"], "before the caption picture and after")).toEqual([""]);
});

it("gives letters to the longest text first", () => {
  expect(missing(["so", "person", "so"], "so x person x so")).toEqual(["", "", ""]);
  expect(missing(["x", "so", "person"], "person x")).toEqual(["", "so", ""]);
});

it("gives no letter to two texts", () => {
  expect(missing(["again", "again"], "again")).toEqual(["", "again"]);
});

it("leaves a text that is painted behind its accents to none of the letters that follow", () => {
  expect(missing(["Sup", "ˆ", "(", "s", ")"], "ˆSup(s)").join("")).toBe("");
  expect(missing(["Let", "dim", "~", "i", "d"], "Let ~dim i d").join("")).toBe("");
  expect(missing(["ab", "¯", "ˆ", "a", "b", "c"], "ˆ¯abcab").join("")).toBe("");
  expect(missing(["Sup", "ˆ", "s", "u"], "ˆsu").join("")).toBe("sup");
});

it("gives a letter that is painted later none of a word that begins with it", () => {
  const late = ["crossword", "lineword", "backword"];
  for (const [letter, word] of [
    ["c", "cellword"],
    ["m", "meadowed"],
    ["q", "quotient"],
  ] as const) {
    const texts = [...late, "a", "alignedword", letter, "d", "head", word];
    expect(missing(texts, ["a", "alignedword", letter, "head", ...late, "d", word].join(" ")).join("")).toBe(
      "",
    );
  }
});

it("gives a text none of the letters of a longer one that is painted before it", () => {
  expect(missing(["Σ", "k", "=", "1", "12", "a"], "12Σk=1a").join("")).toBe("");
  expect(missing(["∏", "2", "<", "p", "23", "p"], "23∏2<pp").join("")).toBe("");
  expect(missing(["⋃", "n", "∈", "N", "Nat", "A"], "Nat⋃n∈NA").join("")).toBe("");
  expect(missing(["Σ", "k", "=", "1", "12", "a"], "1Σk=1a").join("")).toBe("12");
});

it("finds words of scripts whose letters are painted in another order", () => {
  expect(missing(["شهر 12 كانون"], "كانون 12 شهر")).toEqual([""]);
  expect(missing(["हिन्दी में"], "िहनद मी ें")).toEqual([""]);
  expect(missing(["שלום עולם"], "שלום")).toEqual(["עולם"]);
  expect(missing(["listen"], "silent")).toEqual(["listen"]);
});

describe("Latin words, numbers and signs on lines of such scripts", () => {
  it.each([
    [["ספר", "(PDF)"], "ספר )PDF("],
    [["עורך", "Notepad++"], "++Notepad עורך"],
    [["العنوان", "JSON:", "2026-02-02"], ":JSON العنوان 02-02-2026"],
    [["کتاب", "1.", "[7, 92]"], ".1 کتاب ]92 ,7["],
    [["کتاب", "{a} « b", "50%"], "b » {a} کتاب %50"],
  ])("are found in another order: %j", (texts, letters) => {
    expect(missing(texts, letters).join("")).toBe("");
  });

  it("are missed when a part of them is not there", () => {
    expect(missing(["ספר", "(PDF)"], "ספר )PD(").join("")).toBe("(pdf(");
    expect(missing(["ספר", "(PDF)", "(PDF)"], "ספר )PDF(").join("")).toBe("(pdf(");
    expect(missing(["כתב", "on", "no"], "כתב on").join("")).toBe("no");
  });
});

it("finds characters that begin alike in another order", () => {
  expect(missing(["عنوان Long Actions 🛠💡"], "💡🛠 Long Actions عنوان").join("")).toBe("");
  expect(missing(["ספר About letters 𝒜𝒞"], "About letters 𝒞𝒜 ספר").join("")).toBe("");
  expect(missing(["سفر Some more words 🎉🎈"], "Some more words 🎉🎊 سفر").join("")).toBe("🎈");
});

it("takes a letter that nobody knows for any", () => {
  expect(missing(["नमस्ते"], "\ufffdमस्ते")).toEqual([""]);
  expect(missing(["word"], "\ufffd")).toEqual(["word"]);
});

describe("a heading that a label parts from what is above", () => {
  const heading = ["An error is thrown then.", "Customizations", "Slidev has some."];
  const printed = "An error is thrown then. Part II Customizations Chapter 2 Customizations Slidev has some.";

  it("is found above its text, not in other words further down", () => {
    const below = ["Read more in the", "customization", " section."];
    const short = ["Read more on", "custom", " ization."];
    expect(missing([...heading, ...short], `${printed} Read more on custom ization.`).join("")).toBe("");
    expect(
      missing([...heading, ...below], `${printed} Read more in the customization section.`).join(""),
    ).toBe("");
  });

  it("is missed when it is lost", () => {
    const without = printed.replaceAll("Customizations ", "");
    expect(missing(heading, without)).toEqual(["", "customizations", ""]);
  });
});
