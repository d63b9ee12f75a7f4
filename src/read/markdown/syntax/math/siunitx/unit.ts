/** Units as siunitx reads them: `\kilo\metre\per\second\squared`, or as they are printed: `km.s^{-2}`. */

const entries = (text: string): readonly (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split("=") as [string, string]);

const PREFIXES: ReadonlyMap<string, string> = new Map(
  entries(`quecto=q ronto=r yocto=y zepto=z atto=a femto=f pico=p nano=n micro=μ milli=m centi=c deci=d deca=da
    deka=da hecto=h kilo=k mega=M giga=G tera=T peta=P exa=E zetta=Z yotta=Y ronna=R quetta=Q kibi=Ki mebi=Mi gibi=Gi
    tebi=Ti`),
);

const UNITS: ReadonlyMap<string, string> = new Map(
  entries(`metre=m meter=m second=s ampere=A kelvin=K mole=mol candela=cd gram=g kilogram=kg kg=kg becquerel=Bq
    coulomb=C farad=F gray=Gy hertz=Hz henry=H joule=J lumen=lm katal=kat lux=lx newton=N ohm=Ω pascal=Pa
    radian=rad siemens=S sievert=Sv steradian=sr tesla=T volt=V watt=W weber=Wb celsius=°C degreeCelsius=°C
    astronomicalunit=au bel=B dalton=Da day=d decibel=dB electronvolt=eV hectare=ha hour=h litre=L liter=L minute=min
    neper=Np tonne=t degree=° arcminute=′ arcsecond=″ percent=% bit=bit byte=B angstrom=Å bar=bar barn=b
    atomicmassunit=u knot=kn mmHg=mmHg nauticalmile=M
    fg=fg pg=pg ng=ng ug=μg mg=mg g=g pm=pm nm=nm um=μm mm=mm cm=cm dm=dm m=m km=km as=as fs=fs ps=ps ns=ns us=μs
    ms=ms s=s mol=mol mmol=mmol kmol=kmol A=A mA=mA uA=μA kA=kA l=l ml=ml mL=mL L=L hl=hl Hz=Hz mHz=mHz kHz=kHz MHz=MHz
    GHz=GHz THz=THz N=N mN=mN kN=kN MN=MN Pa=Pa kPa=kPa MPa=MPa GPa=GPa V=V mV=mV kV=kV W=W uW=μW mW=mW kW=kW
    MW=MW GW=GW J=J mJ=mJ kJ=kJ MJ=MJ eV=eV meV=meV keV=keV MeV=MeV GeV=GeV TeV=TeV kWh=kWh F=F fF=fF pF=pF nF=nF
    uF=μF H=H mH=mH uH=μH K=K dB=dB ohm=Ω kohm=kΩ Mohm=MΩ`),
);

const POWERS_BEHIND: Readonly<Record<string, string>> = { squared: "2", cubed: "3" };
const POWERS_BEFORE: Readonly<Record<string, string>> = { square: "2", cubic: "3" };

interface Factor {
  readonly symbol: string;
  power: string;
  readonly isBelow: boolean;
}

const PART = /\\(tothe|raiseto|of|cancel|highlight)\s*\{([^{}]*)\}|\\([A-Za-z]+)\s*|\S|\s+/g;

/** @returns TeX. Without a name of a unit it is taken as printed: `.` and `~` stand between factors. */
export function unitTex(written: string): string {
  if (!/\\[A-Za-z]/.test(written)) return printed(written);
  const factors: Factor[] = [];
  let prefix = "";
  let power = "1";
  let isBelow = false;
  for (const [whole, taking, argument = "", name] of written.matchAll(PART)) {
    const last = factors.at(-1);
    if (whole.trim() === "") continue;
    if (taking === "tothe" && last) last.power = argument.trim();
    else if (taking === "raiseto") power = argument.trim();
    else if (taking === "of" && last)
      factors[factors.length - 1] = { ...last, symbol: `${last.symbol}_{${argument}}` };
    else if (name === "per") isBelow = true;
    else if (name !== undefined && PREFIXES.has(name)) prefix += PREFIXES.get(name)!;
    else if (name !== undefined && name in POWERS_BEFORE) power = POWERS_BEFORE[name]!;
    else if (name !== undefined && name in POWERS_BEHIND) {
      if (last) last.power = POWERS_BEHIND[name]!;
    } else {
      // What is not known is printed by its name.
      factors.push({
        symbol: prefix + (name === undefined ? whole : (UNITS.get(name) ?? name)),
        power,
        isBelow,
      });
      [prefix, power, isBelow] = ["", "1", false];
    }
  }
  return factors.map(factorTex).join("\\,");
}

function factorTex({ symbol, power, isBelow }: Factor): string {
  const exponent = isBelow ? `-${power}` : power;
  const [, base = symbol, sub] = /^(.*?)_\{(.*)\}$/.exec(symbol) ?? [];
  return `${letters(base)}${sub === undefined ? "" : `_{\\mathrm{${sub}}}`}${exponent === "1" ? "" : `^{${exponent}}`}`;
}

function letters(symbol: string): string {
  return `\\mathrm{${symbol.replace(/[%#&]/g, "\\$&")}}`;
}

function printed(text: string): string {
  const parts = text.trim().split(/\s*[.~]\s*|\s+/);
  return parts
    .map((part) => {
      const [, symbol = part, rest = ""] = /^([^^_]*)(.*)$/s.exec(part) ?? [];
      return `\\mathrm{${symbol}}${rest}`;
    })
    .join("\\,");
}

/** Angles stand right behind their number. */
export function joinsNumber(written: string): boolean {
  return /^\s*(?:\\(?:degree|arcminute|arcsecond)|°|\^\{?\\circ\}?)\s*$/.test(written);
}
