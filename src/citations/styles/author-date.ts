/** The style that holds when a publication names none: (Doe 2020, 15), entries in the order of names. Our own. */
import { SOURCES } from "./sources.js";

export const AUTHOR_DATE = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"
  demote-non-dropping-particle="sort-only" page-range-format="chicago">
${SOURCES}
<citation et-al-min="4" et-al-use-first="1" disambiguate-add-year-suffix="true" disambiguate-add-names="true"
  disambiguate-add-givenname="true" collapse="year" cite-group-delimiter=", " after-collapse-delimiter="; ">
  <layout prefix="(" suffix=")" delimiter="; ">
    <group delimiter=", ">
      <group delimiter=" ">
        <names variable="author">
          <name form="short" and="text" delimiter=", " initialize-with=". "/>
          <substitute><names variable="editor"/><names variable="translator"/>
            <text macro="short-title"/></substitute>
        </names>
        <text macro="year"/>
      </group>
      <text macro="locator"/>
    </group>
  </layout>
</citation>
<bibliography hanging-indent="true" et-al-min="11" et-al-use-first="7" subsequent-author-substitute="———">
  <sort><key macro="sort-names"/><key variable="issued"/><key variable="title"/></sort>
  <layout suffix=".">
    <group delimiter=". ">
      <text macro="creators"/>
      <text macro="year"/>
      <text macro="source"/>
    </group>
  </layout>
</bibliography>
</style>`;
