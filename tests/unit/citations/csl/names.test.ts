import { expect, it } from "vitest";
import { citeInStyle } from "../../../support/cite-in-style.js";

const said = (name: string, author: readonly Record<string, unknown>[], more = "") =>
  citeInStyle({ layout: `<names variable="author">${name}${more}</names>`, works: [{ author }] }).texts[0];

it("finds particles that are written into a name, and puts them where the order wants them", () => {
  const [van, von] = [
    { family: "van der Meer", given: "Anna" },
    { family: "Weber", given: "Karl von" },
  ];
  expect(said("<name/>", [van, von])).toBe("Anna van der Meer, Karl von Weber");
  expect(said('<name form="short"/>', [van, von])).toBe("van der Meer, Weber");
  expect(said('<name name-as-sort-order="all" delimiter="; "/>', [van, von])).toBe(
    "Meer, Anna van der; Weber, Karl von",
  );
  expect(said("<name/>", [{ family: "d'Arc", given: "Jehanne" }])).toBe("Jehanne d’Arc");
});

it("makes initials of whole names, and leaves what is cut already", () => {
  const short = (given: string, more = "") =>
    said(`<name initialize-with=". " ${more}/>`, [{ family: "Roe", given }]);
  expect(short("Jean-Paul Marie")).toBe("J.-P. M. Roe");
  expect(short("Yu. N.")).toBe("Yu. N. Roe");
  expect(short("Anna K", 'initialize="false"')).toBe("Anna K. Roe");
  expect(short("<b>Anna</b> K.")).toBe("<b>A.</b> K. Roe");
});

it("sets East Asian names without blanks, and institutions whole", () => {
  expect(said('<name name-as-sort-order="all"/>', [{ family: "山田", given: "花子" }])).toBe("山田花子");
  expect(said('<name name-as-sort-order="all"/>', [{ literal: "Weir Office" }])).toBe("Weir Office");
});

it("joins and shortens lists as the options say", () => {
  const three = ["Ash", "Birch", "Cole"].map((family) => ({ family, given: "X." }));
  expect(said('<name form="short" and="symbol"/>', three)).toBe("Ash, Birch, &#38; Cole");
  expect(said('<name form="short" and="text" delimiter-precedes-last="never"/>', three)).toBe(
    "Ash, Birch and Cole",
  );
  expect(
    said('<name form="short" et-al-min="3" et-al-use-first="1" et-al-use-last="true"/>', [
      ...three,
      { family: "Dell" },
    ]),
  ).toBe("Ash, … Dell");
  expect(
    said('<name form="short" et-al-min="3" et-al-use-first="2"/>', three, '<et-al font-style="italic"/>'),
  ).toBe("Ash, Birch, <i>et al.</i>");
});

it("names editors once who are the translators too", () => {
  const people = [{ family: "Ash", given: "Ann" }];
  const layout =
    '<names variable="editor translator" delimiter="; "><name/><label form="short" prefix=" (" suffix=")"/></names>';
  expect(citeInStyle({ layout, works: [{ editor: people, translator: people }] }).texts).toEqual([
    "Ann Ash (ed. &#38; trans.)",
  ]);
});

it("lets the first variable that there is stand in for names, and does not show it again", () => {
  const layout =
    '<names variable="author"><name/><substitute><names variable="editor"/><text variable="title"/></substitute></names>' +
    '<text variable="title" prefix=". "/><text variable="publisher" prefix=", "/>';
  const works = [
    { title: "Of Rivers", publisher: "Mill" },
    { title: "Of Seas", editor: [{ family: "Ash", given: "Ann" }] },
  ];
  expect(citeInStyle({ layout, works, clusters: [["w1"], ["w2"]] }).texts).toEqual([
    "Of Rivers, Mill",
    "Ann Ash. Of Seas",
  ]);
});

it("puts a dash for names that the entry before has", () => {
  const bibliography = (rule: string) =>
    `<bibliography subsequent-author-substitute="——" subsequent-author-substitute-rule="${rule}">
      <layout suffix="."><names variable="author"><name form="short"/></names><text variable="title" prefix=", "/></layout></bibliography>`;
  const [ash, birch, cole] = ["Ash", "Birch", "Cole"].map((family) => ({ family }));
  const works = [
    { title: "One", author: [ash, birch] },
    { title: "Two", author: [ash, birch] },
    { title: "Three", author: [ash, cole] },
  ];
  const entries = (rule: string) =>
    citeInStyle({ layout: '<text variable="title"/>', bibliography: bibliography(rule), works }).entries;
  expect(entries("complete-all")).toEqual(["Ash, Birch, One.", "——, Two.", "Ash, Cole, Three."]);
  expect(entries("partial-each")).toEqual(["Ash, Birch, One.", "——, ——, Two.", "——, Cole, Three."]);
});
