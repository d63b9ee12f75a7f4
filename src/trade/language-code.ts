/** Languages as ONIX and MARC write them: three letters (ISO 639-2/B, list 74), for the two of ISO 639-1. */

const CODES = new Map(
  `aa:aar ab:abk ae:ave af:afr ak:aka am:amh an:arg ar:ara as:asm av:ava ay:aym az:aze ba:bak be:bel bg:bul bi:bis bm:bam
  bn:ben bo:tib br:bre bs:bos ca:cat ce:che ch:cha co:cos cr:cre cs:cze cu:chu cv:chv cy:wel da:dan de:ger dv:div dz:dzo
  ee:ewe el:gre en:eng eo:epo es:spa et:est eu:baq fa:per ff:ful fi:fin fj:fij fo:fao fr:fre fy:fry ga:gle gd:gla gl:glg
  gn:grn gu:guj gv:glv ha:hau he:heb hi:hin ho:hmo hr:hrv ht:hat hu:hun hy:arm hz:her ia:ina id:ind ie:ile ig:ibo ii:iii
  ik:ipk io:ido is:ice it:ita iu:iku ja:jpn jv:jav ka:geo kg:kon ki:kik kj:kua kk:kaz kl:kal km:khm kn:kan ko:kor kr:kau
  ks:kas ku:kur kv:kom kw:cor ky:kir la:lat lb:ltz lg:lug li:lim ln:lin lo:lao lt:lit lu:lub lv:lav mg:mlg mh:mah mi:mao
  mk:mac ml:mal mn:mon mr:mar ms:may mt:mlt my:bur na:nau nb:nob nd:nde ne:nep ng:ndo nl:dut nn:nno no:nor nr:nbl nv:nav
  ny:nya oc:oci oj:oji om:orm or:ori os:oss pa:pan pi:pli pl:pol ps:pus pt:por qu:que rm:roh rn:run ro:rum ru:rus rw:kin
  sa:san sc:srd sd:snd se:sme sg:sag si:sin sk:slo sl:slv sm:smo sn:sna so:som sq:alb sr:srp ss:ssw st:sot su:sun sv:swe
  sw:swa ta:tam te:tel tg:tgk th:tha ti:tir tk:tuk tl:tgl tn:tsn to:ton tr:tur ts:tso tt:tat tw:twi ty:tah ug:uig uk:ukr
  ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:chi zu:zul`
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(":") as [string, string]),
);

/** Languages of three letters in BCP 47 that ISO 639-2 has, too, as far as books are written in them. */
const LONG = new Set(
  `ang arc arn ast bej bik bla ceb chm chr cop csb dsb dum enm fil frm fro fur gez gmh goh grc gsw haw hil hmn hsb ilo
  jbo kab kha krl kum lad lez lus mad mai mic mni moh mul mus myn nah nap nds non nqo nso pap pro sah sat scn sco shn
  sma smj smn sms syr tet tlh tpi tsi tyv udm vai war zap zza`
    .trim()
    .split(/\s+/),
);

const ALIASES: Readonly<Record<string, string>> = {
  cmn: "zh",
  yue: "zh",
  iw: "he",
  in: "id",
  ji: "yi",
  sh: "hr",
};

/** @param language BCP 47 tag. @returns `und` for what the lists do not have. */
export function languageCode(language: string): string {
  const primary = language.split("-")[0]!.toLowerCase();
  const short = ALIASES[primary] ?? primary;
  return CODES.get(short) ?? (LONG.has(short) ? short : "und");
}
