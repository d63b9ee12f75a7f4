/** Citations in notes: in full the first time, then short, then "ibid."; with a bibliography. Our own. */
import { SOURCES } from "./sources.js";

export const NOTES = `<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"
  demote-non-dropping-particle="sort-only" page-range-format="chicago">
${SOURCES}
<citation et-al-min="4" et-al-use-first="1">
  <layout suffix="." delimiter="; ">
    <choose>
      <if position="ibid ibid-with-locator" match="any">
        <group delimiter=", "><text term="ibid" text-case="capitalize-first"/><text macro="locator"/></group>
      </if>
      <else-if position="subsequent">
        <group delimiter=", ">
          <names variable="author"><name form="short" and="text" delimiter=", "/>
            <substitute><names variable="editor"/></substitute></names>
          <text macro="short-title"/>
          <text macro="locator"/>
        </group>
      </else-if>
      <else>
        <group delimiter=", ">
          <text macro="creators-spoken"/>
          <text macro="source-in-note"/>
          <text macro="locator"/>
        </group>
      </else>
    </choose>
  </layout>
</citation>
<bibliography hanging-indent="true" et-al-min="11" et-al-use-first="7" subsequent-author-substitute="———">
  <sort><key macro="sort-names"/><key variable="title"/><key variable="issued"/></sort>
  <layout suffix=".">
    <group delimiter=". ">
      <text macro="creators"/>
      <text macro="source"/>
      <text macro="year"/>
    </group>
  </layout>
</bibliography>
</style>`;
