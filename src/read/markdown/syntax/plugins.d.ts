/** The plugins of markdown-it that come without types. */
declare module "markdown-it-abbr" {
  import type { MarkdownIt } from "markdown-it";
  export default function abbr(md: MarkdownIt): void;
}
declare module "markdown-it-deflist" {
  import type { MarkdownIt } from "markdown-it";
  export default function deflist(md: MarkdownIt): void;
}
declare module "markdown-it-footnote" {
  import type { MarkdownIt } from "markdown-it";
  export default function footnote(md: MarkdownIt): void;
}
declare module "markdown-it-sub" {
  import type { MarkdownIt } from "markdown-it";
  export default function sub(md: MarkdownIt): void;
}
declare module "markdown-it-sup" {
  import type { MarkdownIt } from "markdown-it";
  export default function sup(md: MarkdownIt): void;
}
