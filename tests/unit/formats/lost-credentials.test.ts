/** Pictures whose content credentials a file cannot keep are told of, each once. */
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { reportLostCredentials } from "../../../src/formats/lost-credentials.js";
import type { Resource } from "../../../src/model/book.js";
import { makeBook } from "./epub/book.js";

const resource = (path: string, origin?: Resource["origin"]): Resource => ({
  path,
  mediaType: "image/png",
  bytes: new Uint8Array(1),
  ...(origin === undefined ? {} : { origin }),
});

test.each([
  [
    "lost ones, each once",
    ["a.png", "a.png"],
    false,
    ["The image `a.png` loses its content credentials, since"],
  ],
  ["none that are kept", ["a.png"], true, []],
  ["none of pictures without them", [], false, []],
])("%s", (_, signed, isKept, expected) => {
  const pictures = [...signed.map((path) => resource(path, { credentials: true })), resource("b.png")];
  const resources = new Map(pictures.map((each, index) => [`${index}`, each]));
  const found: Diagnostic[] = [];
  const book = { ...makeBook({ sections: [] }), resources };
  reportLostCredentials(book, { isKept: () => isKept, reason: "since", hint: "Do" }, (each) =>
    found.push(each),
  );
  expect(found.map(({ message }) => message)).toEqual(expected);
});
