/** How news writes units of measurement → one name each, singular, with plural, symbol and kind; and an amount back into words. */
import { currencyNamed, isPrefixed } from './currencies.ts';
import { formatNumber } from './numbers.ts';

type UnitKind =
  | 'share'
  | 'time'
  | 'age'
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'speed'
  | 'temperature'
  | 'energy'
  | 'power'
  | 'data'
  | 'frequency'
  | 'pressure'
  | 'electricity'
  | 'angle'
  | 'concentration'
  | 'flow'
  | 'light'
  | 'substance'
  | 'force'
  | 'sound'
  | 'economy'
  | 'sport'
  | 'points';

export type Unit = {
  /** Singular: "square kilometre". */
  readonly name: string;
  readonly plural: string;
  /** How a reader wants it short: "km²"; absent where only the word will do. */
  readonly symbol?: string;
  readonly kind: UnitKind;
};

/** kind | name | plural ('' adds an s) | symbol ('' for none) | other writings; those with a capital or of up to two letters are matched by case. */
const table = `
share|percent|percent|%|per cent,pct,pc,percentage
share|percentage point|||pp,ppt,ppts,pct point,percent point,per cent point
share|basis point||bp|bps,bps
time|second||s|sec,secs
time|minute||min|min,mins
time|hour||h|hr,hrs,h
time|day|||
time|week|||wk,wks
time|month|||
time|year|||yr,yrs
time|decade|||
time|century|centuries||
time|millisecond||ms|ms
time|microsecond||μs|µs
time|nanosecond||ns|ns
length|light-year|||light year,light years
age|year of age|years of age||
age|month of age|months of age||
age|week of age|weeks of age||
age|day of age|days of age||
length|kilometre||km|kilometer,kilometers,kms,km
length|metre||m|meter,meters,metres
length|centimetre||cm|centimeter,centimeters
length|millimetre||mm|millimeter,millimeters
length|micrometre||μm|µm,micron,microns,micrometer,micrometers,um
length|nanometre||nm|nanometer,nanometers
length|mile|||mi
length|nautical mile|||
length|yard||yd|yds,yd
length|foot|feet|ft|foot,′
length|inch|inches|in|″
length|fathom|||
length|furlong|||
length|parsec|||
length|astronomical unit||au|AU
length|angstrom||Å|
area|square kilometre||km²|sq km,km2,sq. km,square kilometer,square kilometers,sqkm
area|square metre||m²|sq m,m2,sqm,square meter,square meters
area|square mile||sq mi|sq mile,sq miles
area|square foot|square feet|sq ft|sq foot,sqft,sq feet
area|square yard||sq yd|
area|square inch|square inches|sq in|
area|square centimetre||cm²|cm2,sq cm,square centimeter,square centimeters
area|square millimetre||mm²|mm2,sq mm,square millimeter,square millimeters
area|dunam|||dunums,dunum
area|hectare||ha|
area|acre|||
volume|cubic metre||m³|m3,cu m,cubic meter,cubic meters,cumec
volume|cubic kilometre||km³|km3,cubic kilometer,cubic kilometers
volume|cubic foot|cubic feet|cu ft|cubic foot
volume|cubic inch|cubic inches|cu in|
volume|cubic centimetre||cm³|cc,cubic centimeter,cubic centimeters,cm3
volume|litre||L|liter,liters,l
volume|millilitre||ml|mL,milliliter,milliliters
volume|centilitre||cl|cL,centiliter,centiliters
volume|decilitre||dl|dL,deciliter,deciliters
volume|megalitre||ML|megaliter,megaliters
volume|gigalitre||GL|gigaliter,gigaliters
volume|gallon||gal|gals
volume|cubic yard||cu yd|
volume|acre-foot|acre-feet||acre foot,acre feet
volume|pint|||
volume|quart|||
volume|barrel||bbl|bbls
volume|bushel|||
volume|teaspoon||tsp|
volume|tablespoon||tbsp|
volume|ounce of fluid|ounces of fluid||fluid ounce,fluid ounces,fl oz
mass|kilogram||kg|kilo,kilos,kgs,kilogramme,kilogrammes
mass|gram||g|gramme,grammes
mass|milligram||mg|
mass|microgram||μg|mcg,µg
mass|nanogram||ng|
mass|troy ounce||ozt|
mass|hundredweight|hundredweight|cwt|
mass|metric ton||t|tonne,tonnes,metric tonne,metric tonnes
mass|ton|||short ton,short tons
mass|kilotonne|||kt,kiloton,kilotons
mass|megaton|||megatonne,megatonnes,Mt
mass|gigaton|||gigatonne,gigatonnes,Gt
mass|pound-mass|pounds|lb|lbs,pound,pounds
mass|ounce||oz|
mass|stone|stone||
mass|carat|||ct
mass|quintal|||
speed|kilometre per hour|kilometres per hour|km/h|kph,kmh,kmph,km/hr,kilometers per hour,kilometer per hour,km per hour,km an hour,kilometres an hour,kilometers an hour,kilometre an hour
speed|mile per hour|miles per hour|mph|mph,m.p.h,miles an hour,mile an hour
speed|metre per second|metres per second|m/s|meters per second,metres a second
speed|kilometre per second|kilometres per second|km/s|kilometers per second,km per second
speed|foot per second|feet per second|ft/s|
speed|knot||kt|kts
speed|revolution per minute|revolutions per minute|rpm|rpm
speed|beat per minute|beats per minute|bpm|bpm
speed|frame per second|frames per second|fps|fps,FPS
flow|cubic metre per second|cubic metres per second|m³/s|cumecs,cubic meters per second,cubic meter per second
flow|cubic foot per second|cubic feet per second|cfs|cusecs,cusec
flow|litre per second|litres per second|L/s|l/s,liters per second
temperature|celsius|degrees Celsius|°C|degree celsius,degrees celsius,degree c,degrees c,deg c,degc,centigrade,degrees centigrade,° c,C,degree centigrade
temperature|fahrenheit|degrees Fahrenheit|°F|degree fahrenheit,degrees fahrenheit,degree f,degrees f,deg f,degf,° f,F
temperature|kelvin||K|kelvins
angle|degree||°|deg
energy|joule||J|
energy|kilojoule||kJ|
energy|megajoule||MJ|
energy|gigajoule||GJ|
energy|calorie||cal|
energy|kilocalorie||kcal|
energy|watt hour||Wh|watt-hour,watt-hours
energy|kilowatt hour||kWh|kwh,KWh,kilowatt-hour,kilowatt-hours
energy|megawatt hour||MWh|mwh,megawatt-hour,megawatt-hours
energy|gigawatt hour||GWh|gwh,gigawatt-hour,gigawatt-hours
energy|terawatt hour||TWh|twh,terawatt-hour,terawatt-hours
energy|british thermal unit||Btu|BTU,btu
energy|electronvolt||eV|
energy|kiloelectronvolt||keV|
energy|megaelectronvolt||MeV|
energy|gigaelectronvolt||GeV|
energy|teraelectronvolt||TeV|
power|watt||W|
power|kilowatt||kW|kw,KW
power|megawatt||MW|mw
power|gigawatt||GW|gw
power|terawatt||TW|
power|horsepower|horsepower|hp|PS,HP
power|brake horsepower|brake horsepower|bhp|BHP
power|milliwatt||mW|
power|kilovolt-ampere||kVA|
force|newton||N|
force|newton metre||Nm|newton-metre,newton-metres,newton-meters
force|pound foot|pound-feet|lb ft|lb-ft,pound-feet,pound feet
force|g-force|||
pressure|pascal||Pa|
pressure|kilopascal||kPa|
pressure|megapascal||MPa|
pressure|gigapascal||GPa|
pressure|hectopascal||hPa|
pressure|millibar||mb|mbar
pressure|bar|bar||
pressure|atmosphere||atm|
pressure|millimetre of mercury|millimetres of mercury|mmHg|mm Hg,millimeters of mercury
pressure|inch of mercury|inches of mercury|inHg|
pressure|pound per square inch|pounds per square inch|psi|psi
pressure|kilopound per square inch|kilopounds per square inch|ksi|ksi
electricity|volt||V|
electricity|kilovolt||kV|
electricity|millivolt||mV|
electricity|kilovolt per centimetre|kilovolts per centimetre|kV/cm|
electricity|ampere||A|amp,amps
electricity|milliampere||mA|
electricity|milliampere-hour||mAh|milliampere hour,milliampere hours,milliamp-hour
electricity|ohm||Ω|
electricity|kilohm||kΩ|kiloohm,kiloohms
electricity|megohm||MΩ|
electricity|farad||F|
electricity|microfarad||μF|µF,uF
electricity|nanofarad||nF|
electricity|picofarad||pF|
electricity|millihenry|millihenries|mH|
electricity|coulomb|||
electricity|millitesla||mT|
electricity|microampere||μA|µA
electricity|kiloampere||kA|
electricity|megavolt||MV|
light|lumen||lm|
light|lux|lux|lx|
light|candela||cd|
substance|millimole||mmol|
data|bit|||
data|byte|||
data|kilobyte||KB|kB
data|megabyte||MB|
data|gigabyte||GB|gb,gig,gigs
data|terabyte||TB|
data|petabyte||PB|
data|exabyte||EB|
data|zettabyte||ZB|
data|mebibyte||MiB|
data|gibibyte||GiB|
data|kilobit per second|kilobits per second|kbps|kbps,Kbps
data|megabit per second|megabits per second|Mbps|mbps,Mb/s,Mbit/s
data|gigabit per second|gigabits per second|Gbps|gbps,Gb/s,Gbit/s
data|terabit per second|terabits per second|Tbps|Tb/s,Tbit/s
data|megabyte per second|megabytes per second|MB/s|MBps
data|gigabyte per second|gigabytes per second|GB/s|GBps
data|megapixel||MP|
data|pixel|||px
data|dot per inch|dots per inch|dpi|ppi
frequency|hertz|hertz|Hz|hz,HZ
frequency|kilohertz|kilohertz|kHz|khz
frequency|megahertz|megahertz|MHz|
frequency|gigahertz|gigahertz|GHz|ghz
frequency|terahertz|terahertz|THz|thz
sound|decibel||dB|
concentration|parts-per-million|parts per million|ppm|ppm,parts per million
concentration|parts-per-billion|parts per billion|ppb|ppb,parts per billion
concentration|parts-per-trillion|parts per trillion|ppt|parts per trillion
concentration|milligram per decilitre|milligrams per decilitre|mg/dL|mg/dl
concentration|microgram per cubic metre|micrograms per cubic metre|μg/m³|µg/m³,µg/m3,μg/m3,micrograms per cubic meter
concentration|milligram per litre|milligrams per litre|mg/L|mg/l,milligrams per liter,milligram per liter
concentration|gram per cubic centimetre|grams per cubic centimetre|g/cm³|g/cm3,g/cc,grams per cubic centimeter
concentration|gram per litre|grams per litre|g/L|g/l,grams per liter,gram per liter
concentration|becquerel||Bq|
concentration|microsievert||μSv|µSv
concentration|sievert||Sv|
concentration|millisievert||mSv|
concentration|roentgen||R|
economy|mile per gallon|miles per gallon|mpg|mpg
economy|litre per 100 kilometres|litres per 100 kilometres|L/100km|l/100km,L/100 km,l/100 km
economy|kilometre per litre|kilometres per litre|km/l|kmpl,kpl
economy|gram per kilometre|grams per kilometre|g/km|
sport|point per game|points per game|ppg|ppg
sport|rebound per game|rebounds per game|rpg|rpg
sport|assist per game|assists per game|apg|apg
sport|yard per carry|yards per carry|ypc|ypc
points|point||pt|pts
`;

export const UNITS: readonly (Unit & { readonly writings: readonly string[] })[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [kind = '', name = '', plural = '', symbol = '', also = ''] = line.split('|');
    return {
      name,
      plural: plural || `${name}s`,
      ...(symbol ? { symbol } : {}),
      kind: kind as UnitKind,
      writings: [name, plural || `${name}s`, symbol, ...also.split(',')].filter(Boolean),
    };
  });

/** Letters that name something else far more often than a unit where a space stands before them ("12 A", "3 in", "5 PS"). */
const onlyGlued = new Set('A N J K T s h in mi PS HP MP mb ct gal cal Pa PB bp kts pt ps R cd ML GL EB MV cl dl ng au AU'.split(' '));

const byWriting = new Map<string, Unit>();
for (const unit of UNITS) for (const writing of unit.writings) if (!byWriting.has(writing)) byWriting.set(writing, unit);

/** The longest writing in the table, in tokens ("pounds per square inch"). */
export const MAX_UNIT_TOKENS = 5;

/** A unit as it stands after an amount; `glued` when no space stands between ("5kW"). */
export function unitWritten(writing: string, glued: boolean): Unit | undefined {
  if (!glued && onlyGlued.has(writing)) return undefined;
  return byWriting.get(writing) ?? (writing.length < 3 ? undefined : byWriting.get(writing.toLowerCase()));
}

const byName = new Map<string, Unit>(UNITS.map((unit) => [unit.name, unit]));

/** By the name that a Figure's unit bears. */
export function unitNamed(name: string): Unit | undefined {
  return byName.get(name);
}

export type AmountKind = 'money' | UnitKind | 'count';

/** "dollar per month" → money, "percent" → share, "mosque" → count. */
export function kindOf(unit: string | null): AmountKind {
  if (unit === null) return 'count';
  const whole = byName.get(unit);
  if (whole) return whole.kind;
  const base = unit.replace(/ per .*$/, '');
  if (currencyNamed(base)) return 'money';
  return byName.get(base)?.kind ?? 'count';
}

/** A unit for a reader, agreeing with its value: ("kilometre", 3) → "kilometres". A counted noun is made plural by rule. */
export function unitLabel(unit: string, value: number): string {
  const [base = unit, ...per] = unit.split(' per ');
  const known = currencyNamed(base) ?? byName.get(unit) ?? byName.get(base);
  if (byName.has(unit)) return Math.abs(value) === 1 ? unit : (known?.plural ?? unit);
  const label = Math.abs(value) === 1 ? base : (known?.plural ?? pluralOf(base));
  return [label, ...per].join(' per ');
}

/** An amount in words a reader can compare: (1.2e9, "US dollar") → "US$1.2 billion", (40, "percent") → "40%", (2750, "people") → "2,750 people". */
export function formatAmount(value: number | readonly [number, number], unit: string | null): string {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  const number = low === high ? formatNumber(low) : `${formatNumber(low)}–${formatNumber(high)}`;
  if (unit === null) return number;
  const [base = unit, ...per] = unit.split(' per ');
  const money = byName.has(unit) ? undefined : currencyNamed(base);
  const tail = per.length ? ` per ${per.join(' per ')}` : '';
  if (money && isPrefixed(money)) return `${money.sign}${/[A-Za-z]$/.test(money.sign) ? ' ' : ''}${number}${tail}`;
  if (unit === 'percent') return `${number}%`;
  return `${number} ${unitLabel(unit, high)}`;
}

const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['man', 'men'],
  ['woman', 'women'],
  ['child', 'children'],
  ['foot', 'feet'],
  ['life', 'lives'],
  ['person', 'people'],
]);

function pluralOf(noun: string): string {
  const head = noun.slice(noun.lastIndexOf(' ') + 1);
  const rest = noun.slice(0, noun.length - head.length);
  const irregular = irregularPlurals.get(head) ?? (head.endsWith('man') ? `${head.slice(0, -3)}men` : undefined);
  if (irregular) return rest + irregular;
  if (/[^aeiou]y$/.test(head)) return `${rest}${head.slice(0, -1)}ies`;
  return `${rest}${head}${/(?:s|x|z|ch|sh)$/.test(head) ? 'es' : 's'}`;
}
