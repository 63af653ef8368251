/** Countries, American states and great cities: places that speak and act in the news and are nobody's name. */
const LIST = `ala|ariz|ark|calif|colo|conn|del|fla|ga|ill|ind|kan|ky|md|mass|mich|minn|mont|neb|nev|okla|ore|pa|tenn|tex|va|vt|wash|wis|wyo|n.y|n.j|n.c|n.d|n.h|n.m|s.c|s.d|r.i|w.va|d.c|
afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahrain|bangladesh|belarus|belgium|bolivia|bosnia|brazil|britain|bulgaria|cambodia|cameroon|canada|chile|china|colombia|
congo|croatia|cuba|cyprus|czech republic|denmark|ecuador|egypt|england|eritrea|estonia|ethiopia|europe|africa|asia|finland|france|gaza|germany|ghana|greece|greenland|guatemala|haiti|honduras|hungary|iceland|india|indonesia|
iran|iraq|ireland|israel|italy|jamaica|japan|kazakhstan|kenya|kosovo|kuwait|laos|latvia|lebanon|libya|lithuania|luxembourg|malaysia|mali|malta|mexico|moldova|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|
netherlands|new zealand|nicaragua|niger|nigeria|north korea|northern ireland|norway|oman|pakistan|palestine|panama|paraguay|peru|philippines|poland|portugal|qatar|romania|russia|rwanda|saudi arabia|scotland|senegal|serbia|
singapore|slovakia|slovenia|somalia|south africa|south korea|spain|sri lanka|sudan|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|tunisia|turkey|uganda|ukraine|united arab emirates|united kingdom|united states|
uruguay|uzbekistan|venezuela|vietnam|wales|yemen|zambia|zimbabwe|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|
massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota|
tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico|america|beijing|moscow|london|paris|berlin|brussels|tokyo|kyiv|kiev|tehran|jerusalem|baghdad|damascus|kabul|delhi|new delhi|mumbai|
islamabad|hong kong|shanghai|seoul|pyongyang|ankara|istanbul|rome|madrid|vienna|geneva|warsaw|budapest|athens|cairo|tripoli|benghazi|riyadh|doha|dubai|chicago|boston|detroit|philadelphia|los angeles|san francisco|miami|
atlanta|seattle|dallas|houston|denver|cleveland|toronto|ottawa|sydney|melbourne|canberra|wellington|brooklyn|manhattan|hollywood|wall street|silicon valley|downing street|capitol hill|white house|islamic state|twitter|
facebook|youtube|instagram|google|congress|parliament|senate|islam|christianity|medicare|medicaid|obamacare|brexit|xinhua|reuters|politico|breitbart|bloomberg news|middle east|latin america|west bank|gaza strip|crimea|
donbas|catalonia|lagos|nairobi|johannesburg|cape town|buenos aires|rio de janeiro|sao paulo|mexico city|caracas|havana|bogota|lima|santiago`;

export const PLACES: ReadonlySet<string> = new Set(LIST.split(/\|\n?/));
