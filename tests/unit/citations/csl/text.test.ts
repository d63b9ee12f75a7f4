import { describe, expect, it } from "vitest";
import { citeInStyle } from "../../../support/cite-in-style.js";

const title = (value: string, attributes = "", more: Record<string, unknown> = {}, style = "") =>
  citeInStyle({ layout: `<text variable="title" ${attributes}/>`, style, works: [{ title: value, ...more }] })
    .texts[0];

describe("the text of a field", () => {
  it("has quotation marks that turn inside others", () => {
    expect(title('On "weirs" here')).toBe("On “weirs” here");
    expect(title('On "weirs"', 'quotes="true" suffix="."')).toBe("“On ‘weirs.’”");
    expect(title("It's the ‘old’ weir's")).toBe("It’s the ‘old’ weir’s");
  });

  it("has markup that turns, too, and may be left open", () => {
    expect(title("On <i>Salmo</i>", 'font-style="italic"')).toBe(
      '<i>On <span style="font-style:normal;">Salmo</span></i>',
    );
    expect(title("a <i>b")).toBe("a &#60;i&#62;b");
  });

  it("has capitals by the language of the work", () => {
    expect(title("the old weir: a life in water", 'text-case="title"')).toBe("The Old Weir: A Life in Water");
    expect(title("das alte wehr", 'text-case="title"', { language: "de" })).toBe("das alte wehr");
    expect(title('the <span class="nocase">pH</span> of <sup>x</sup> rivers', 'text-case="uppercase"')).toBe(
      "THE pH OF <sup>x</sup> RIVERS",
    );
  });

  it("has its first capital in its first word, whose case stays when it is in braces", () => {
    expect(title('<span class="nocase">eBay</span> of all', 'text-case="capitalize-first"')).toBe(
      "eBay of all",
    );
    expect(title("“<i>the</i> weir", 'text-case="capitalize-first"')).toBe("“<i>The</i> weir");
  });

  it.each(["", "doi:", "https://doi.org/", "http://dx.doi.org.proxy.example.org/"])(
    "has of a DOI what names the work, without “%s”",
    (before) => {
      const works = [{ DOI: `${before}10.1000/weir` }];
      expect(citeInStyle({ layout: '<text variable="DOI"/>', works }).texts).toEqual(["10.1000/weir"]);
    },
  );

  it("meets its affixes without two marks of punctuation", () => {
    expect(title("Why weirs?", 'suffix="."')).toBe("Why weirs?");
    expect(title("Weirs etc.", 'suffix="."')).toBe("Weirs etc.");
    expect(title("Weirs ...", 'suffix=","')).toBe("Weirs ...,");
    expect(title("Weirs", 'quotes="true" suffix=","')).toBe("“Weirs,”");
    expect(title("Weirs", 'quotes="true" suffix=","', {}, 'default-locale="en-GB"')).toBe("‘Weirs’,");
  });
});

describe("numbers", () => {
  const page = (value: string, format: string) =>
    citeInStyle({
      layout: '<label variable="page" form="short" suffix=" "/><text variable="page"/>',
      style: `page-range-format="${format}"`,
      works: [{ page: value }],
    }).texts[0];

  it("are ranges in the format of the style", () => {
    expect(page("1121-1128", "minimal")).toBe("pp. 1121–8");
    expect(page("1121-28", "expanded")).toBe("pp. 1121–1128");
    expect(page("107-108, 321-325", "chicago")).toBe("pp. 107–8, 321–25");
    expect(page("N110-5", "expanded")).toBe("pp. N110-5");
    expect(page("5", "minimal")).toBe("p. 5");
  });

  it("are ordinals of the language, with the gender of what they count", () => {
    const edition = (value: string, language: string) =>
      citeInStyle({
        layout: '<number variable="edition" form="ordinal"/>',
        language,
        works: [{ edition: value }],
      }).texts[0];
    expect(["1", "2", "12", "23"].map((each) => edition(each, "en-US"))).toEqual([
      "1st",
      "2nd",
      "12th",
      "23rd",
    ]);
    expect(edition("1", "fr")).toBe("1<sup>r</sup><sup>e</sup>");
    expect(edition("2", "fr")).toBe("2<sup>e</sup>");
    expect(["1", "3", "11", "22"].map((each) => edition(each, "sv"))).toEqual(["1:a", "3:e", "11:e", "22:a"]);
    expect(["2", "3", "5", "13"].map((each) => edition(each, "uk"))).toEqual([
      "2-ге",
      "3-тє",
      "5-те",
      "13-те",
    ]);
  });

  it("are several where the word for “and” joins them, whatever it is", () => {
    const before = '<locale><terms><term name="and">+ (</term></terms></locale>';
    const layout = '<label variable="page" form="short" suffix=" "/><text variable="page"/>';
    expect(citeInStyle({ before, layout, works: [{ page: "3 + ( 9" }] }).texts).toEqual(["pp. 3 + ( 9"]);
  });
});

describe("dates", () => {
  const date = (issued: unknown, layout = '<date variable="issued" form="text"/>') =>
    citeInStyle({ layout, works: [{ issued }] }).texts[0];

  it("are ranges that name once what both ends have", () => {
    expect(
      date({
        "date-parts": [
          [2020, 5, 3],
          [2020, 5, 7],
        ],
      }),
    ).toBe("May 3–7, 2020");
    expect(
      date({
        "date-parts": [
          [2020, 5, 3],
          [2020, 6, 7],
        ],
      }),
    ).toBe("May 3–June 7, 2020");
    expect(date({ "date-parts": [[2020], [2022]] })).toBe("2020–2022");
    expect(date({ "date-parts": [[2020], [0]] })).toBe("2020–");
  });

  it("have seasons and eras", () => {
    expect(date({ "date-parts": [[2020]], season: 2 })).toBe("Summer 2020");
    expect(date({ "date-parts": [[-44, 3, 15]] })).toBe("March 15, 44 BC");
    expect(date({ "date-parts": [[79]] })).toBe("79 AD");
  });

  it("take their forms from a locale of the style", () => {
    const before =
      '<locale><date form="text"><date-part name="day" suffix="th of "/><date-part name="month"/></date></locale>';
    const layout = '<date variable="issued" form="text"/>';
    expect(
      citeInStyle({ before, layout, works: [{ issued: { "date-parts": [[2020, 5, 4]] } }] }).texts,
    ).toEqual(["4th of May"]);
  });
});

describe("groups", () => {
  it("say nothing when their variables are empty, and stay when a group inside says something", () => {
    const layout =
      '<text variable="title"/><group prefix=", "><text term="in"/><text variable="volume" prefix=" "/></group>';
    expect(citeInStyle({ layout, works: [{ title: "Weirs" }] }).texts).toEqual(["Weirs"]);
    expect(citeInStyle({ layout, works: [{ title: "Weirs", volume: "2" }] }).texts).toEqual(["Weirs, in 2"]);
  });
});

describe("the note of a work", () => {
  it("may have fields, as Zotero's Extra has them", () => {
    const note = "event-date: 2004-10-01\ntype: speech\neditor: Ash || Ann\nNot a field: this stays";
    const layout =
      '<choose><if type="speech"><date variable="event-date" form="numeric"/></if></choose>' +
      '<names variable="editor" prefix="; "/><text variable="note" prefix="; "/>';
    expect(citeInStyle({ layout, works: [{ note }] }).texts).toEqual([
      "10/01/2004; Ann Ash; Not a field: this stays",
    ]);
  });
});
