/** The options of MyST's includes say which lines of a file are meant. */
import { expect, test } from "vitest";
import { selected } from "../../../../src/read/directives/include/myst-part.js";

const CODE = `import sea

@turning
class Tide:
    low = 1

    def ebb(
        self,
    ):
        back()

    async def flow(self):
        forth()


def tide(): ...
`;

const lines = (options: Record<string, string>, edges: "in-lines" | "whole-lines" = "whole-lines") =>
  selected(CODE, new Map(Object.entries(options)), edges)?.join("\n");

test.each([
  [{ lines: "1, 5,15-" }, "import sea\n    low = 1\n\ndef tide(): ..."],
  [{ lines: "-1,99" }, "import sea"],
  [{ "start-after": "import", "end-before": "low" }, "\n@turning\nclass Tide:"],
  [
    { "start-at": "def ebb", "end-at": "def", dedent: "4" },
    "def ebb(\n    self,\n):\n    back()\n\nasync def flow(self):",
  ],
  [
    { "start-at": "async", lines: "1", prepend: "# far", append: "# out" },
    "# far\n    async def flow(self):\n# out",
  ],
  [{ pyobject: "Tide.ebb", dedent: "" }, "def ebb(\n    self,\n):\n    back()"],
  [{ pyobject: "Tide", lines: "1-2" }, "@turning\nclass Tide:"],
  [{ "start-line": "-1" }, "def tide(): ..."],
])("%o", (options, part) => {
  expect(lines(options)).toBe(part);
});

test("what texts are between may stand in their lines", () => {
  expect(lines({ "start-after": "@turn", "end-before": "Tide" }, "in-lines")).toBe("ing\nclass ");
});

test.each([
  [{ "start-after": "moon" }],
  [{ "end-before": "moon" }],
  [{ pyobject: "Moon" }],
  [{ lines: "99-" }],
])("there is none for %o", (options) => {
  expect(lines(options)).toBeUndefined();
  expect(lines(options, "in-lines")).toBeUndefined();
});
