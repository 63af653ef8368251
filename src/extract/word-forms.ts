/** Words and verb forms of news English, as far as figures need them: what opens, ends or carries a noun phrase. */

import { verbReading } from '#text/lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const DETERMINERS = set(
  'the a an this that these those its his her their our my your each every any all both some no another whose which what',
);
/** Adjectives that stand before nouns which look like verbs: "federal grants", "various reports". */
export const ADJECTIVES = set(
  `federal military foreign national local public private annual social political economic financial legal medical global new old various several recent
  major minor large small big high low strong weak international domestic commercial industrial civil criminal judicial electoral presidential congressional
  many few more fewer most other such early late first second third last next key main top total overall average net gross daily weekly monthly quarterly yearly
  regular special direct heavy light free full long short hard soft initial final possible potential similar different special additional further extra
  deadly fatal american british european chinese russian german french indian japanese israeli african asian western eastern northern southern central`,
);
export const POSSESSIVES = set('its his her their our my your');
export const PREPOSITIONS = set(`of in on at by for from with to into onto over under about above below between among across through during
  before after since until till against within without toward towards per via around near off out up down outside inside along despite
  like unlike beyond behind beside besides amid throughout worth upon including excluding following versus than as except concerning regarding`);
export const CONJUNCTIONS = set(
  'and or but nor while whereas because although though if when whenever as so yet once unless whether where after before until since',
);
export const RELATIVES = set('who whom which that whose where when what how why');
export const PRONOUNS = set(
  'i he she it they we you him them us me himself herself itself themselves who whom everyone someone nobody everybody anyone there this that these those',
);
export const AUXILIARIES =
  set(`is are was were be been being am has have had having do does did will would can could may might must shall should
  isn’t isn't aren’t aren't wasn’t wasn't weren’t weren't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't wouldn’t wouldn't can’t can't couldn’t couldn't
  didn’t didn't doesn’t doesn't don’t don't shouldn’t shouldn't i’m i've i’ve we’re we're we’ve we've they’re they're they’ve they've it’s done gone cannot`);
export const MODALS = set(
  'will would can cannot could may might must shall should to did do does didn’t don’t won’t can’t couldn’t wouldn’t',
);
const ADVERBS =
  set(`now then also just only still already almost nearly about around even ever never again soon here there very too so quite rather
  roughly approximately some exactly precisely currently recently yesterday today tomorrow tonight once twice often usually typically well far away ago
  later earlier more less most least further together apart alone each respectively overnight back not n't instead meanwhile however therefore thus
  merely barely hardly mostly mainly largely least yearly annually daily weekly monthly quarterly nationwide worldwide altogether overall afterward afterwards beforehand aside`);
/** -ly words that are no adverbs. */
const notAdverbs = set(
  'apply comply imply multiply rely family families supply assembly italy july reply rally ally bully fly monopoly anomaly only likely tally deadly elderly friendly early daily weekly monthly quarterly yearly costly lonely ugly silly lovely lively orderly jelly belly',
);
export const TIME_NOUNS = set(
  'year years month months week weeks day days hour hours minute minutes second seconds decade decades century centuries quarter quarters night nights morning mornings evening evenings afternoon afternoons season seasons fortnight weekend weekends',
);
export const MONTHS = set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
export const WEEKDAYS = set('monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun');

/** base past participle; a regular verb stands alone. */
const verbs = `
rise:rose:risen fall:fell:fallen grow:grew:grown shrink:shrank:shrunk sink:sank:sunk soar surge jump leap:leapt:leapt climb gain add increase decrease decline drop slip slide:slid:slid
tumble plunge plummet slump dip lose:lost:lost advance rally recover rebound edge inch ease soften retreat swell double triple quadruple halve spike skyrocket rocket
improve widen narrow expand contract accelerate slow trim cut:cut:cut slash reduce lower lift raise boost hike push total reach hit:hit:hit top exceed surpass pass
average amount cost:cost:cost sell:sold:sold buy:bought:bought pay:paid:paid spend:spent:spent earn make:made:made give:gave:given take:took:taken get:got:gotten
say:said:said tell:told:told report estimate expect forecast:forecast:forecast project predict put:put:put set:set:set find:found:found show:showed:shown see:saw:seen know:knew:known think:thought:thought
believe announce confirm claim add warn note reveal declare state suggest indicate record register count measure weigh stand:stood:stood sit:sat:sat range vary
kill injure wound hurt:hurt:hurt die displace evacuate arrest detain charge jail sentence rescue infect hospitalise hospitalize destroy damage shoot:shot:shot stab burn
bomb attack strike:struck:struck flee:fled:fled leave:left:left arrive enter return move stay live hold:held:held keep:kept:kept bring:brought:brought send:sent:sent
welcome host attend gather march protest vote elect win:won:won beat:beat:beaten defeat lead:led:led trail score play shoot run:ran:run throw:threw:thrown catch:caught:caught complete rush sack
deliver produce build:built:built manufacture ship export import supply provide offer launch open close end begin:began:begun start finish complete create generate employ hire fire lay:laid:laid
invest raise borrow lend:lent:lent owe fund finance donate pledge promise commit allocate award grant receive collect seize recover steal:stole:stolen fine sue settle
acquire purchase own operate run serve sign approve reject support oppose back agree accept demand ask call want need require plan aim seek:sought:sought hope help try
use consume burn emit release absorb store contain include cover span stretch extend feature comprise consist hold carry transport fly:flew:flown drive:drove:driven travel walk swim:swam:swum
become:became:become remain seem appear look feel:felt:felt come:came:come go:went:gone turn change follow continue stop prevent allow let:let:let force cause wipe
bear:bore:born born reduce recommend limit restrict ban block trade value price list rate rank place draw:drew:drawn attract pull house feed:fed:fed treat test vaccinate
face fight:fought:fought suffer survive experience endure undergo:underwent:undergone miss spread:spread:spread break:broke:broken tie level convert average share
download stream watch read:read:read write:wrote:written publish post view visit tour interview survey poll study examine review analyse analyze compare calculate deduce
defer swing:swung:swung shed:shed:shed slide touch near approach breach top outpace outnumber account represent constitute equal compute reckon contribute compile
install equip fit attach connect join merge split:split:split divide distribute assign transfer switch upgrade install plant harvest catch crash collapse explode erupt
sail dock stretch tower loom remain wait last endure spend devote dedicate cast:cast:cast fill empty pump drill mine extract dig:dug:dug save bank deposit withdraw:withdrew:withdrawn
accumulate amass hoard stockpile possess enjoy command demand fetch net gross clear pocket bag notch post tally rack log clock manage
affect impact benefit target protect shelter aid assist train teach:taught:taught educate graduate enrol enroll recruit deploy mobilise station
warrant merit deserve choose:chose:chosen pick select nominate appoint name describe identify recognise discover detect locate spot trace track monitor
escape avoid deny admit concede acknowledge argue insist maintain stress emphasise emphasize urge appeal plead meet:met:met talk speak:spoke:spoken discuss consider
tear:tore:torn sweep:swept:swept freeze:froze:frozen shake:shook:shaken bury flood wreck drown scorch poison compensate
tick creep:crept:crept nudge
deport extradite impeach indict besiege topple oust depose repatriate resettle relocate quarantine immunise immunize furlough reinstate refinance restructure earmark disburse
reimburse behead lynch maim cripple molest harass loot ransack vandalise vandalize inundate swamp airlift inoculate confiscate impound intercept smuggle launder embezzle defraud
swindle hack construct demolish raze renovate refurbish divest redeem repay:repaid:repaid divert funnel siphon plow plough pour spew extinguish slaughter cull refine mobilize
conscript enlist uproot expel banish naturalise naturalize nationalise nationalize privatise privatize gun bundle shut:shut:shut mow
sleep:slept:slept eat:ate:eaten smoke drink:drank:drunk
understand:understood:understood mean:meant:meant involve imply entail concern relate refer apply depend rely base locate situate
`
  .trim()
  .split(/\s+/)
  .map((entry) => entry.split(':'));

const doubling = new Set(
  'drop slip dip stop plan cut trim hit top sit set get put let run win swim dig bag net stab spot shed log tag ban grab admit commit permit submit refer defer occur gun expel'.split(
    ' ',
  ),
);
function stem(base: string): string {
  return doubling.has(base) ? base + base.slice(-1) : base.endsWith('e') && !base.endsWith('ee') ? base.slice(0, -1) : base;
}
function regularPast(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return base.endsWith('ee') ? `${base}d` : `${stem(base)}ed`;
}
function thirdPerson(base: string): string {
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`;
}

type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund';
type Verb = { readonly base: string; readonly form: VerbForm };

const forms = new Map<string, Verb>();
const participles = new Map<string, string>();
const remember = (written: string, base: string, form: VerbForm): void => {
  if (!forms.has(written)) forms.set(written, { base, form });
};
for (const [base = '', past = regularPast(base), participle = past] of verbs) {
  remember(past, base, 'past');
  remember(participle, base, participle === past ? 'past' : 'participle');
  remember(`${stem(base)}ing`, base, 'gerund');
  remember(thirdPerson(base), base, 'third');
  remember(base, base, 'base');
  if (!participles.has(base)) participles.set(base, participle);
}

/** The list above, and the irregular pasts ("tore", "wrote") that the shared lexicon knows besides. */
export function verbOf(lower: string): Verb | undefined {
  const known = forms.get(lower);
  if (known !== undefined || lower.endsWith('ed') || lower.endsWith('s') || lower.endsWith('ing')) return known;
  const read = verbReading(lower);
  if (read === undefined || read.forms.has('base') || !read.forms.has('past')) return undefined;
  const verb: Verb = { base: read.lemma, form: 'past' };
  forms.set(lower, verb);
  return verb;
}

/** "kill" → "killed", "shoot" → "shot". */
export function participleOf(base: string): string | undefined {
  return participles.get(base);
}

export function isAdverb(lower: string): boolean {
  return ADVERBS.has(lower) || comparatives.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !notAdverbs.has(lower));
}

const irregularPlurals: ReadonlyMap<string, string> = new Map(
  Object.entries({
    people: 'people',
    men: 'man',
    women: 'woman',
    children: 'child',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    geese: 'goose',
    oxen: 'ox',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    wolves: 'wolf',
    halves: 'half',
    shelves: 'shelf',
    leaves: 'leaf',
    thieves: 'thief',
    loaves: 'loaf',
    calves: 'calf',
    heroes: 'hero',
    potatoes: 'potato',
    tomatoes: 'tomato',
    volcanoes: 'volcano',
    tornadoes: 'tornado',
    mosquitoes: 'mosquito',
    vetoes: 'veto',
    torpedoes: 'torpedo',
    cargoes: 'cargo',
    echoes: 'echo',
    crises: 'crisis',
    analyses: 'analysis',
    bases: 'base',
    theses: 'thesis',
    buses: 'bus',
    gases: 'gas',
    viruses: 'virus',
    campuses: 'campus',
    bonuses: 'bonus',
    statuses: 'status',
    criteria: 'criterion',
    phenomena: 'phenomenon',
    bacteria: 'bacterium',
    police: 'police',
    troops: 'troop',
    cattle: 'cattle',
    sheep: 'sheep',
    fish: 'fish',
    deer: 'deer',
    aircraft: 'aircraft',
    spacecraft: 'spacecraft',
    personnel: 'personnel',
    staff: 'staff',
    crew: 'crew',
    series: 'series',
    species: 'species',
    headquarters: 'headquarters',
    livestock: 'livestock',
    youth: 'youth',
    folk: 'folk',
    folks: 'folk',
    dead: 'dead',
    injured: 'injured',
    wounded: 'wounded',
  }),
);
/** Comparatives stand behind amounts: "40% cheaper", "two points higher". */
const comparatives = set(
  'higher lower cheaper bigger smaller larger faster slower longer shorter older younger heavier lighter taller wider deeper fewer better worse stronger weaker richer poorer greater warmer colder hotter cooler short ahead behind away apart high tall long wide deep thick worth',
);

/** Words in -s that are no plurals. */
const singularInS =
  set(`news politics economics physics athletics mathematics always perhaps besides afterwards thus plus minus versus sometimes nowadays
  towards upwards across unless whereas mars paris texas christmas this his its is was has does as us yes gas bus canvas lens chaos cosmos atlas alias bias
  pancreas iris tennis basis crisis analysis thesis diabetes aids mumps rabies wales arkansas kansas illinois los des massachusetts brussels athens
  overseas indoors outdoors downstairs upstairs s ones lets says goes doors thanks needs`);

/** "fishermen", "policewomen"; not "specimen". */
function isMen(lower: string): boolean {
  return lower.length > 4 && lower.endsWith('men') && !/^(?:speci|abdo|regi|acu|cycla|sta|albu|ra)men$/.test(lower);
}

export function isPlural(lower: string): boolean {
  if (irregularPlurals.has(lower) || isMen(lower)) return true;
  return lower.length > 3 && lower.endsWith('s') && !/(?:ss|us|is|['’]s)$/.test(lower) && !singularInS.has(lower);
}

/** "mosques" → "mosque"; people stay people. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase();
  const irregular = irregularPlurals.get(lower) ?? (isMen(lower) ? `${lower.slice(0, -3)}man` : undefined);
  if (irregular) return irregular;
  if (!isPlural(lower)) return word;
  if (
    /[^aeiou]ies$/.test(lower) &&
    !/^(?:movies|cookies|zombies|calories|rookies|ties|pies|lies|selfies|hoodies|birdies|bogies)$/.test(lower)
  )
    return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(lower)) return word.slice(0, -2);
  return word.slice(0, -1);
}
