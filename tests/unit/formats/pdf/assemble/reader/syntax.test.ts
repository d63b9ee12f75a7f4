import { describe, expect, it } from "vitest";
import { nameText, stringText } from "../../../../../../src/formats/pdf/assemble/reader/atoms.js";
import { type Cursor, readValue } from "../../../../../../src/formats/pdf/assemble/reader/syntax.js";
import type { Atom } from "../../../../../../src/formats/pdf/assemble/reader/values.js";

const read = (text: string) => readValue({ text, origin: 0, at: 0 });

const dict = (entries: object) => new Map(Object.entries(entries));

describe("names", () => {
  it.each([
    ["/Type", "/Type"],
    ["/", "/"],
    ["/A;Name_With-Various***Characters?", "/A;Name_With-Various***Characters?"],
    ["/Lime#20Green", "/Lime#20Green"],
    ["/paired#28#29parentheses", "/paired#28#29parentheses"],
    ["/The_Key_of_F#23_Minor", "/The_Key_of_F#23_Minor"],
    ["/a#2fb", "/a#2Fb"],
    ["/A#42", "/AB"],
    ["/#2341", "/#2341"],
    ["/100#", "/100#23"],
    ["/\xe9\x01", "/#E9#01"],
  ])("%s is written as %s", (source, name) => {
    expect(read(source)).toBe(name);
  });

  it("end where white space or a delimiter begins", () => {
    for (const end of ["\0", "\t", "\n", "\f", "\r", " ", "(", ")", "<", ">", "[", "]", "{", "}", "/", "%"]) {
      expect(read(`/Key${end}more`)).toBe("/Key");
    }
  });

  it("stand for their bytes", () => {
    expect(nameText(read("/caf#c3#A9") as Atom)).toBe("caf\xc3\xa9");
  });
});

describe("numbers", () => {
  it.each([
    ["0", "0"],
    ["123", "123"],
    ["+17", "17"],
    ["-98", "-98"],
    ["007", "7"],
    ["100", "100"],
    ["34.5", "34.5"],
    ["+.5", "0.5"],
    ["-.002", "-0.002"],
    ["4.", "4"],
    ["-0.", "0"],
    ["1.500", "1.5"],
    [".00000047683716", "0.00000047683716"],
    ["12345678901234567890", "12345678901234567890"],
  ])("%s is written as %s", (source, number) => {
    expect(read(source)).toBe(number);
  });

  it.each(["1.2.3", "--5", ".", "-", "6.02e23", "16#FFFE", "1-2"])("%s is none", (source) => {
    expect(() => read(source)).toThrow("no object where one should be");
  });
});

describe("literal strings", () => {
  it.each([
    ["()", "()", ""],
    ["(This is a string)", "(This is a string)", "This is a string"],
    ["(balanced (and (nested)) ones)", "(balanced (and (nested)) ones)", "balanced (and (nested)) ones"],
    ["(one \\( alone)", "(one \\( alone)", "one ( alone"],
    ["(a backslash \\\\)", "(a backslash \\\\)", "a backslash \\"],
    ["(\\245\\53\\0533)", "(\\245\\53\\0533)", "¥++3"],
    ["(\\501)", "(\\501)", "A"],
    ["(\\d)", "(\\d)", "d"],
    ["(% no comment)", "(% no comment)", "% no comment"],
    ["(\\n\\r\\t\\b\\f)", "(\\n\\r\\t\\b\\f)", "\n\r\t\b\f"],
    ["(caf\xe9 \x80)", "(caf\xe9 \x80)", "café •"],
    ["(\\376\\377 \\254)", "(\\376\\377 \\254)", "€"],
  ])("%j is written as %j and says %j", (source, string, text) => {
    expect(read(source)).toBe(string);
    expect(stringText(read(source) as Atom)).toBe(text);
  });

  it.each([
    ["(two\\\nlines)", "<74776f6c696e6573>", "twolines"],
    ["(two\\\r\nlines)", "<74776f6c696e6573>", "twolines"],
    ["(a\r\nb\rc\nd)", "<610a620a630a64>", "a\nb\nc\nd"],
    ["(\x01\\(\x05)", "<012805>", "\x01(\x05"],
  ])("with control characters like %j are written in hexadecimal", (source, string, text) => {
    expect(read(source)).toBe(string);
    expect(stringText(read(source) as Atom)).toBe(text);
  });

  it.each(["(no end", "(no (end)", "(no end\\)"])("%j is none", (source) => {
    expect(() => read(source)).toThrow("a string has no end");
  });
});

describe("hexadecimal strings", () => {
  it.each([
    ["<>", "<>", ""],
    ["<48656C6c6F>", "<48656C6c6F>", "Hello"],
    ["<48 65\n6C\0 6c\t6F>", "<48656C6c6F>", "Hello"],
    ["<4E6F7>", "<4E6F7>", "Nop"],
    ["<FEFF 05D0 D83D DE00>", "<FEFF05D0D83DDE00>", "א😀"],
  ])("%j is written as %j and says %j", (source, string, text) => {
    expect(read(source)).toBe(string);
    expect(stringText(read(source) as Atom)).toBe(text);
  });

  it.each(["<4x>", "<48", "<48(>"])("%j is none", (source) => {
    expect(() => read(source)).toThrow("a hexadecimal string has other characters or no end");
  });
});

describe("arrays, dictionaries and references", () => {
  it("may be inside one another", () => {
    expect(read("[[1[]2]<</A[3]/B<</C<</D/E>>>>>>]")).toEqual([
      ["1", [], "2"],
      dict({ "/A": ["3"], "/B": dict({ "/C": dict({ "/D": "/E" }) }) }),
    ]);
  });

  it("tells references from numbers", () => {
    expect(read("[12 0 R 5 0 7 0 R 1 2 0 3.5]")).toEqual([12, "5", "0", 7, "1", "2", "0", "3.5"]);
  });

  it("leaves out white space and comments", () => {
    expect(read("%one\r<<%two (\n/A%three>>\n 4%\n0\t\0\fR/B[%]\ntrue%\rfalse null]%\n>>")).toEqual(
      dict({ "/A": 4, "/B": ["true", "false", "null"] }),
    );
  });

  it("keeps the order of keys", () => {
    expect([...(read("<</Z 1/A 2/M 3>>") as Map<string, string>).keys()]).toEqual(["/Z", "/A", "/M"]);
  });

  it("moves the cursor behind what was read", () => {
    const cursor: Cursor = { text: "[1 (])]/Next", origin: 0, at: 0 };
    readValue(cursor);
    expect(readValue(cursor)).toBe("/Next");
  });

  it.each([
    ["[1 2", "no object where one should be (at byte 4)"],
    ["<</A 1", "something else in place of a key (at byte 6)"],
    ["<</A>>", "no object where one should be (at byte 4)"],
    ["<<1 /A>>", "something else in place of a key (at byte 2)"],
    ["<</A 1 /A 2>>", "a dictionary has /A twice (at byte 11)"],
    ["5 1 R", "a reference has a generation (at byte 0)"],
    ["", "no object where one should be (at byte 0)"],
    ["endobj", "no object where one should be (at byte 0)"],
    ["True", "no object where one should be (at byte 0)"],
  ])("refuses %j", (source, message) => {
    expect(() => read(source)).toThrow(message);
  });
});
