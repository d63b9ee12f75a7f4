import { describe, expect, test } from "vitest";
import { hyphenate } from "../../../../src/language/hyphenation/hyphenate.js";

const show = (text: string, language: string) => hyphenate(text, language).replaceAll("\u00AD", "-");

describe("words are divided by the patterns of their language", () => {
  test.each([
    ["fr", "apprentissage constitutionnel", "ap-pren-tis-sage consti-tu-tion-nel"],
    ["fr", "l’intelligence", "l’in-tel-li-gence"],
    ["en-US", "hyphenation computer", "hy-phen-ation com-puter"],
    ["en", "typography", "ty-pog-ra-phy"],
    ["en-GB", "typography", "ty-po-graphy"],
    ["de", "Silbentrennung Zucker", "Sil-ben-tren-nung Zu-cker"],
    ["es", "ferrocarril", "fe-rro-ca-rril"],
    ["it", "informazione", "in-for-ma-zione"],
    ["nl", "lettergrepen", "let-ter-gre-pen"],
    ["bg", "съдържание", "съ-дър-жа-ние"],
    ["el", "περιεχόμενα", "πε-ριε-χό-μενα"],
    ["et", "sisukorrad", "si-su-kor-rad"],
    ["sr", "поглавље", "по-гла-вље"],
    ["sr-Latn", "poglavlje", "po-gla-vlje"],
    ["id", "pendahuluan", "pen-da-hu-luan"],
  ])("%s: %s", (language, text, expected) => {
    expect(show(text, language)).toBe(expected);
  });

  test("a word that is an exception to the patterns", () => {
    expect(show("associate present", "en-US")).toBe("as-soc-iate present");
  });

  test("a word that every JavaScript object has", () => {
    expect(show("constructor", "en-US")).toBe("con-struc-tor");
  });
});

describe("what a book says of its words", () => {
  const own = {
    en: { words: ["data-base", "Pel-lan-shire", "typography"] },
    "en-gb": { words: ["database", "mo-no-graph"] },
    fr: { words: [], before: 4, after: 5 },
    gd: { words: ["fa-ghainn"] },
  };
  const shown = (text: string, language: string) => hyphenate(text, language, own).replaceAll("\u00AD", "-");

  test.each([
    ["en", "Database DATABASE databases", "Data-base DATA-BASE data-bases"],
    ["en", "Pellanshire", "Pel-lan-shire"],
    ["en", "typography geography", "typography ge-og-ra-phy"],
    ["en-GB", "database monograph Pellanshire", "database mo-no-graph Pel-lan-shire"],
    ["fr", "apprentissage constitutionnel", "appren-tissage consti-tu-tionnel"],
    ["gd", "faghainn comhairle", "fa-ghainn comhairle"],
    ["de", "Silbentrennung", "Sil-ben-tren-nung"],
  ])("%s: %s", (language, text, expected) => {
    expect(shown(text, language)).toBe(expected);
  });

  test("a soft hyphen of the author is the only one of its word", () => {
    expect(show("typo\u00ADgraphically", "en")).toBe("typo-graphically");
  });
});

describe("what is left whole", () => {
  test.each([
    ["fr", "école neige cinéma", "école neige ci-néma"],
    ["fr", "Constitution ChatGPT AUDIOVISUEL", "Constitution ChatGPT AUDIOVISUEL"],
    ["de", "ChatGPTmodell", "ChatGPTmodell"],
    ["fr", "technicien·nes porte-bagages", "technicien·nes porte-bagages"],
    ["en", "https://example.com/hyphenation hyphenation@example.com", undefined],
    ["en", "module_hyphenation hyphenation2 src/hyphenation", undefined],
    ["ja", "hyphenation", undefined],
    ["", "hyphenation", undefined],
  ])("%s: %s", (language, text, expected = text) => {
    expect(show(text, language)).toBe(expected);
  });

  test("two letters at the start of a word and three at its end stay together", () => {
    const text =
      "intelligence artificielle générative bouleverse considérablement organisation opération épicerie";
    for (const word of show(text, "fr").split(" ")) expect(word).toMatch(/^[^-]{2,}(?:-.*)?[^-]{3,}$/u);
  });
});
