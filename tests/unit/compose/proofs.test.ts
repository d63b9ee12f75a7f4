/** Proofs begin with their word, once. */
import { expect, it } from "vitest";
import { composeText } from "./compose-text.js";

const proof = (words: string, language = "en") =>
  composeText({ sections: { chapter: `# A\n\n::: proof\n${words}\n:::\n` }, language }).html();

it.each([
  ["en", "Proof. "],
  ["de-AT", "Beweis. "],
  ["fr", "Démonstration. "],
  ["zh-TW", "證明\u3000"],
  ["cs", "Proof. "],
])("a proof in %s begins with “%s”", (language, words) => {
  expect(proof("It is so.", language).replace(/<\/?em[^>]*>/g, "")).toContain(`<p>${words}It is so.`);
});

it.each(["*Proof.* It is so.", "**Proof of the lemma.** It is so.", "Proof: it is so."])(
  "one that says so itself is left alone: %s",
  (words) => {
    expect(proof(words)).not.toContain("proof-label");
  },
);

it("one that begins with something else than words is left alone", () => {
  expect(proof("- a list\n- of steps")).not.toContain("proof-label");
});
