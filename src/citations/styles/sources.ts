/** Macros that the built-in styles share: who made a work, what it is called and where it is found. */
export const SOURCES = `
<macro name="creators">
  <names variable="author">
    <name name-as-sort-order="first" and="text" delimiter=", " delimiter-precedes-last="always"/>
    <label form="short" prefix=", "/>
    <substitute><names variable="editor"/><names variable="translator"/><text macro="is-part-of"/></substitute>
  </names>
</macro>
<macro name="creators-spoken">
  <names variable="author">
    <name and="text" delimiter=", "/>
    <label form="short" prefix=", "/>
    <substitute><names variable="editor"/><names variable="translator"/></substitute>
  </names>
</macro>
<macro name="sort-names">
  <names variable="author"><name/>
    <substitute><names variable="editor"/><names variable="translator"/><text variable="title"/></substitute>
  </names>
</macro>
<macro name="year">
  <choose>
    <if variable="issued"><date variable="issued"><date-part name="year"/></date></if>
    <else><text term="no date" form="short"/><text variable="year-suffix" prefix="-"/></else>
  </choose>
</macro>
<macro name="is-part-of">
  <choose><if variable="container-title"><text variable="title" quotes="true"/></if>
    <else-if type="thesis report webpage manuscript speech" match="any"><text variable="title" quotes="true"/></else-if>
    <else><text variable="title" font-style="italic"/></else></choose>
</macro>
<macro name="short-title">
  <choose><if variable="container-title"><text variable="title" form="short" quotes="true"/></if>
    <else><text variable="title" form="short" font-style="italic"/></else></choose>
</macro>
<macro name="issue">
  <group delimiter=", ">
    <text variable="volume"/>
    <group delimiter=" "><text term="issue" form="short"/><text variable="issue"/></group>
  </group>
</macro>
<macro name="container">
  <choose>
    <if type="article-journal article-magazine article-newspaper article review" match="any">
      <group delimiter=" "><text variable="container-title" font-style="italic"/><text macro="issue"/></group>
    </if>
    <else-if variable="container-title">
      <group delimiter=" "><text term="in"/>
        <group delimiter=", "><text variable="container-title" font-style="italic"/>
          <names variable="editor"><label form="verb" suffix=" "/><name and="text" delimiter=", "/></names>
        </group>
      </group>
    </else-if>
  </choose>
</macro>
<macro name="edition">
  <choose>
    <if is-numeric="edition"><group delimiter=" "><number variable="edition" form="ordinal"/>
      <text term="edition" form="short"/></group></if>
    <else><text variable="edition"/></else>
  </choose>
</macro>
<macro name="translators">
  <names variable="translator"><label form="verb" text-case="capitalize-first" suffix=" "/>
    <name and="text" delimiter=", "/></names>
</macro>
<macro name="volume">
  <choose>
    <if type="article-journal article-magazine article-newspaper article review" match="none">
      <group delimiter=" "><text term="volume" form="short" text-case="capitalize-first"/>
        <number variable="volume"/></group>
    </if>
  </choose>
</macro>
<macro name="publisher">
  <choose>
    <if type="article-journal article-magazine article-newspaper" match="none">
      <group delimiter=": "><text variable="publisher-place"/><text variable="publisher"/></group>
    </if>
  </choose>
</macro>
<macro name="pages">
  <choose>
    <if variable="container-title"><group delimiter=" "><label variable="page" form="short"/>
      <text variable="page"/></group></if>
  </choose>
</macro>
<macro name="access">
  <choose>
    <if variable="DOI"><text variable="DOI" prefix="https://doi.org/"/></if>
    <else-if variable="URL">
      <group delimiter=", "><text variable="URL"/>
        <group delimiter=" "><text term="accessed"/><date variable="accessed" form="text"/></group></group>
    </else-if>
  </choose>
</macro>
<macro name="genre">
  <choose>
    <if type="report" match="any">
      <group delimiter=" "><text variable="genre" text-case="capitalize-first"/><text macro="number"/></group>
    </if>
    <else><text variable="genre" text-case="capitalize-first"/></else>
  </choose>
</macro>
<macro name="number">
  <choose>
    <if variable="genre"><text variable="number"/></if>
    <else-if variable="number"><group delimiter=" ">
      <text term="number" form="short" text-case="capitalize-first"/><text variable="number"/></group></else-if>
  </choose>
</macro>
<macro name="source">
  <group delimiter=". ">
    <text macro="is-part-of"/>
    <text macro="translators"/>
    <group delimiter=", "><text macro="container" text-case="capitalize-first"/><text macro="pages"/></group>
    <text macro="edition"/>
    <text macro="volume"/>
    <text macro="genre"/>
    <group delimiter=" "><text variable="collection-title"/><text variable="collection-number"/></group>
    <text macro="publisher"/>
    <text macro="access"/>
  </group>
</macro>
<macro name="source-in-note">
  <group delimiter=" ">
    <group delimiter=", ">
      <text macro="is-part-of"/>
      <text macro="container"/>
      <text macro="edition"/>
      <choose><if type="report"><text macro="genre"/></if></choose>
    </group>
    <group delimiter=", " prefix="(" suffix=")"><text macro="publisher"/><text macro="year"/></group>
  </group>
</macro>
<macro name="locator">
  <group delimiter=" ">
    <label variable="locator" form="short"/>
    <text variable="locator"/>
  </group>
</macro>
`;
