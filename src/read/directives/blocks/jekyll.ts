/** The tags of Jekyll: `{% highlight ruby %}`, `{% link _posts/a.md %}`, `{% include figure.html %}` and others. */
import { tagsIn } from "../tags.js";
import { LIQUID_MEANINGS } from "./gitbook.js";
import { type BlockSyntax, block, figure, inLine, type Meaning, type TagWords } from "./syntax.js";
import { wholeTags } from "./whole-tags.js";

/** An include of a picture has it in its words; of others only the theme knows what they show. */
const FIGURE = /(?:^|\/)(?:figure|image|img|picture)[\w-]*(?:\.\w+)?$/i;

function include({ named, others }: TagWords): string | undefined {
  const [name = "", ...rest] = others;
  return FIGURE.test(name) ? figure({ named, others: rest }) : undefined;
}

export const jekyllBlocks: BlockSyntax = {
  wholeTags: wholeTags({ openings: ["{%"], closings: ["%}"] }),
  tagsIn,
  raw: "liquid",
  listingEnds: new Set(["endhighlight"]),
  silent: new Set(["endhighlight", "assign", "include_cached"]),
  meanings: new Map<string, Meaning>([
    ...LIQUID_MEANINGS,
    ["include", block(include)],
    ["link", inLine(({ others }) => others[0] && `/${others[0]}`)],
    ["post_url", inLine(({ others }) => others[0] && `/_posts/${others[0]}.md`)],
  ]),
};
