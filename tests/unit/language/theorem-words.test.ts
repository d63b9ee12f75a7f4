import { expect, test } from "vitest";
import { theoremWord } from "../../../src/language/theorem-words.js";

test.each([
  ["de-CH", "Vermutung"],
  ["pt-PT", "Conjectura"],
  ["zh", "猜想"],
  ["cs", "Conjecture"],
  ["not a tag", "Conjecture"],
])("a conjecture in %s is called %s", (language, name) => {
  expect(theoremWord(language, "conjecture")).toBe(name);
});

test("traditional and simplified characters are not mixed", () => {
  expect(theoremWord("zh-TW", "corollary")).toBe("推論");
  expect(theoremWord("zh-CN", "corollary")).toBe("推论");
});
