/** A book with everything that a book may hold, for tests of the whole. */
import { type BookInput, makeNote, PIXEL } from "./book.js";

const FIRST = `<h1>Water</h1>
<p>Rain<a class="note-reference" id="w--ref-1" href="#w--note-1">1</a> and <a href="#reeds--sedge">sedge</a>,
again<a class="note-reference" id="w--ref-1-2" href="#w--note-1">1</a>. <span lang="fr">Marais</span>.
<a href="https://example.org/a b|c">Web</a>. <q cite="elsewhere.html">Quote</q><br></p>
<figure id="fig-pixel"><img src="img/é t.png" alt="A point" width="50%"><figcaption>One point</figcaption></figure>
<table><caption>Depths</caption><thead><tr><th align="right">A</th><th style="text-align:right">B</th></tr></thead>
<tbody><tr><td align="right" width="30%" nowrap bgcolor="red">1</td><td colspan="1">2</td></tr></tbody></table>
<ul class="contains-task-list"><li><input type="checkbox" checked disabled> sluice</li>
<li><input type="checkbox" disabled> weir</li></ul>
<center>old <font color="red">tags</font> <tt>tt</tt></center><custom-box size="1"><p>box</p></custom-box>
<details><summary>More</summary><p>hidden</p></details>
<figure id="lst-main"><pre><code class="language-rust hljs"><span class="hljs-keyword">fn</span> main() {
    a &lt; b &amp;&amp; "c"
}</code></pre><figcaption>A program</figcaption></figure>
<hr><dl><dt>Fen</dt><dd>Wet land</dd></dl><p>a<!-- secret -->b</p>
<div class="verse"><p>Line one</p></div>`;

const SECOND = `<h1>Reeds</h1><h2 id="reeds--sedge">Sedge &amp; <em>rush</em></h2><p>Text</p>
<svg viewBox="0 0 10 10" width="10"><title>Dot</title>
<defs><linearGradient id="shade"><stop offset="0"/></linearGradient></defs>
<circle cx="5" cy="5" r="4" fill="url(#shade)"/></svg>
<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>`;

const LIST = `<ol class="contents captions"><li><a class="contents-entry" href="#fig-pixel">One point<span
class="contents-folio" data-folio-of="fig-pixel"></span></a></li></ol>`;

export const EVERYTHING: BookInput = {
  resources: { "img/é t.png": { mediaType: "image/png", bytes: PIXEL } },
  sections: [
    { id: "halftitlepage", role: "halftitlepage" },
    { id: "titlepage", role: "titlepage" },
    { id: "copyright-page", role: "copyright-page" },
    { id: "dedication", role: "dedication", html: "<p>For you</p>" },
    { id: "toc", role: "toc" },
    { id: "loi", role: "loi", title: "Illustrations", generated: LIST },
    { id: "lot", role: "lot", title: "Tables", generated: "<ol><li>Depths</li></ol>" },
    { id: "lol", role: "lol", title: "Listings", generated: "<ol><li>A program</li></ol>" },
    { id: "preface", role: "preface", title: "Préface", language: "fr", html: "<h1>Préface</h1><p>Eau.</p>" },
    { id: "part-1", role: "part", title: "Wet", label: "I" },
    {
      id: "water",
      title: "Water",
      label: "1",
      html: FIRST,
      notes: [
        makeNote("w--note-1", "1", ["w--ref-1", "w--ref-1-2"], "<p>See <a href='#reeds'>there</a>.</p>"),
      ],
    },
    { id: "reeds", title: "Reeds", label: "2", html: SECOND },
    { id: "appendix", role: "appendix", title: "Data", html: "<h1>Data</h1><p>1</p>" },
    { id: "glossary", role: "glossary", title: "Glossary", html: "<h1>Glossary</h1><p>Fen</p>" },
    { id: "index", role: "index", title: "Index", html: "<h1>Index</h1><p>fen, 1</p>" },
    { id: "colophon", role: "colophon", title: "Colophon" },
  ],
};
