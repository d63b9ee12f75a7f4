/** The YAML parser's errors in words that help an author who does not know the grammar of YAML. */
import type { YAMLError } from "yaml";

interface Words {
  readonly message: string;
  readonly hint?: string;
}

const WORDS: Partial<Record<YAMLError["code"], Words>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: "There is a second `:` on one line, or a line is indented too far",
    hint: 'Put text that contains `: ` in quotes (title: "One: two"), and line up keys that belong together',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "A key has no `:`, or text runs over several lines",
    hint: "Write `key: value`, and put long text in quotes or after `key: >`",
  },
  TAB_AS_INDENT: {
    message: "The indentation has a tab",
    hint: "Indent with spaces",
  },
  BAD_INDENT: {
    message: "A list or mapping in brackets is not closed, or the indentation does not fit",
    hint: "Close it with `]` or `}`, and line up entries that belong together",
  },
  BAD_SCALAR_START: {
    message: "Text cannot start with this character unless it is in quotes",
    hint: "Put the text in quotes",
  },
  BAD_DQ_ESCAPE: {
    message: "A backslash in double quotes starts an escape that YAML does not know",
    hint: "Use single quotes, or write `\\\\` for a backslash",
  },
  BAD_ALIAS: {
    message: "An alias `*name` has no name, or something else after it",
    hint: "Put text that starts with `*` in quotes",
  },
  MULTIPLE_DOCS: {
    message: "A second document starts here",
    hint: "Remove the `---`: a publication file holds one document",
  },
  TAG_RESOLVE_FAILED: { message: "A tag that starts with `!` is not known", hint: "Remove the tag" },
};

/** What the parser says about a missing quote or a stray token differs by its text alone. */
const BY_MESSAGE: readonly (readonly [RegExp, Words])[] = [
  [/call stack/, { message: "Lists or mappings are nested too deeply" }],
  [
    /^Missing closing/,
    { message: "A quote is not closed", hint: "Close the text with the quote that opens it" },
  ],
  [
    /at node end$/,
    {
      message: "There is more text after the end of a value",
      hint: "Put the whole value in quotes; double a single quote inside single quotes",
    },
  ],
  [
    /on same line with key/,
    { message: "A list starts on the line of its key", hint: "Start each `- ` entry on a line of its own" },
  ],
];

/** Words for one error of the parser; the parser's own, when there are none better. */
export function syntaxWords(error: YAMLError): Words {
  const byMessage = BY_MESSAGE.find(([pattern]) => pattern.test(error.message));
  return byMessage?.[1] ?? WORDS[error.code] ?? { message: error.message.replace(/\.$/, "") };
}
