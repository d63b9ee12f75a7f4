/** `{{< lipsum 2 >}}` of Quarto: paragraphs that hold the place of a text, in printers' Latin, and Cicero's (De finibus, I). */
import type { StateBlock } from "markdown-it";
import { blockOfText } from "../block-token.js";

const PARAGRAPHS = [
  "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat nulla pariatur.",
  "Sed ut perspiciatis, unde omnis iste natus error sit voluptatem accusantium doloremque laudantium, totam rem aperiam eaque ipsa, quae ab illo inventore veritatis et quasi architecto beatae vitae dicta sunt, explicabo.",
  "Nemo enim ipsam voluptatem, quia voluptas sit, aspernatur aut odit aut fugit, sed quia consequuntur magni dolores eos, qui ratione voluptatem sequi nesciunt, neque porro quisquam est, qui dolorem ipsum, quia dolor sit amet, consectetur, adipisci velit.",
  "At vero eos et accusamus et iusto odio dignissimos ducimus, qui blanditiis praesentium voluptatum deleniti atque corrupti, quos dolores et quas molestias excepturi sint, obcaecati cupiditate non provident, similique sunt in culpa.",
];
/** As many as Quarto writes when nobody says how many. */
const DEFAULT = 5;
const MOST = 100;

/** @param range how many, `2`, or which, `2-4`. */
export function pushLipsum(state: StateBlock, line: number, range = String(DEFAULT)): void {
  const [first, last] = range.includes("-") ? range.split("-").map(Number) : [1, Number(range)];
  for (let number = first!; number <= Math.min(last!, first! + MOST); number++) {
    const text = PARAGRAPHS[(number + PARAGRAPHS.length - 1) % PARAGRAPHS.length]!;
    const paragraph = blockOfText(state, "p", text, [line, line + 1]);
    paragraph[0].attrSet("lang", "la");
    state.tokens.push(...paragraph);
  }
  state.line = line + 1;
}
