/** Citations by number, [1, 2], entries in the order in which they are cited. Our own. */
import { SOURCES } from "./sources.js";

export const NUMERIC = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  demote-non-dropping-particle="sort-only" page-range-format="expanded">
${SOURCES}
<citation collapse="citation-number">
  <sort><key variable="citation-number"/></sort>
  <layout prefix="[" suffix="]" delimiter=", ">
    <group delimiter=", "><text variable="citation-number"/><text macro="locator"/></group>
  </layout>
</citation>
<bibliography et-al-min="7" et-al-use-first="6" second-field-align="flush">
  <layout suffix=".">
    <text variable="citation-number" prefix="[" suffix="]"/>
    <group delimiter=". ">
      <text macro="creators-spoken"/>
      <text macro="source"/>
      <text macro="year"/>
    </group>
  </layout>
</bibliography>
</style>`;
