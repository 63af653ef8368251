/** Units of measurement as news writes them: one name each, singular, with plural, symbol, kind and other writings. */

export type UnitKind =
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
