/** English word classes that are closed or nearly so, and the nouns that news names people, bodies and days by. */

export const DETERMINERS = `a an the this that these those another each every either neither no some any both all several many most few more such what whichever
  his her its their our my your whose one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands scores half`;
export const PREPOSITIONS = `of in on at by for from with without to into onto over under about against among between through during before after around across behind
  beyond near beside besides despite toward towards upon within outside inside amid amidst like unlike as via per since until till off along alongside throughout
  concerning regarding including except than because`;
export const CONJUNCTIONS = 'and or but nor yet & plus';
export const SUBORDINATORS =
  'that if when while as because since although though after before until unless whereas whether once why how what where so';
export const AUXILIARIES = `is are was were be been being am has have had having do does did will would shall should can could may might must ought 's 'd 'll 've 're 'm
  isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't mustn't cannot`;
export const ADVERBS = `also then later still now once again already just even only never ever always often sometimes usually not n't too so however meanwhile instead
  therefore thus nonetheless nevertheless otherwise here there today yesterday tomorrow tonight soon ago perhaps maybe indeed rather quite very almost nearly afterward afterwards
  back away first second last finally previously recently repeatedly famously memorably further further more simply merely at_least twice over out up down together together aloud
  hence forth likewise meantime elsewhere anyway besides ahead early earlier long far much well better best half-jokingly matter-of-factly half-seriously tongue-in-cheek upfront online overnight abroad aside apart`;
/** Never part of the name that follows or precedes them. */
export const TIMES = `monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april
  june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday tomorrow tonight morning afternoon evening night
  noon midnight week month year weekend spring summer autumn winter mon tue tues wed thu thurs fri sat sun a.m p.m am pm earlier last`;

/** Before a name, with or without a country or a body in front: "Norwegian Prime Minister Ida Marsh". */
export const TITLES = `mr mister mrs ms mx miss dr shri smt ag dj prof professor sir dame lord lady baron baroness count countess duke duchess prince princess king queen emperor empress sheikh sheik emir
  sultan ayatollah imam rabbi pope cardinal archbishop bishop father sister brother rev reverend pastor monsignor msgr saint
  president administrator vice premier prime minister chancellor secretary senator sen sens rep reps representative congressman congresswoman governor gov govs mayor councilman councilwoman
  councillor councilor alderman assemblyman assemblywoman delegate commissioner ambassador envoy consul speaker leader chairman chairwoman chairperson chair chief director manager
  head boss coach captain skipper striker midfielder defender goalkeeper forward winger officer attorney solicitor general gen lieutenant lt colonel col major maj capt commander cmdr
  det insp supt cllr pc wpc constable hon rt admiral adm sergeant sgt sargent corporal private detective inspector superintendent constable sheriff deputy marshal judge justice magistrate prosecutor advocate lawyer
  spokesman spokeswoman spokesperson aide adviser advisor strategist consultant pollster analyst economist expert professor scientist researcher historian author writer columnist
  journalist reporter correspondent editor anchor host commentator presenter actor actress singer rapper musician director producer comedian artist designer engineer astronaut
  doctor nurse surgeon teacher principal superintendent student activist organizer organiser campaigner volunteer donor businessman businesswoman billionaire tycoon mogul
  entrepreneur executive ceo cfo coo cto cmo cio vp svp evp founder co-founder cofounder owner investor banker trader broker farmer resident neighbor neighbour witness victim suspect defendant
  candidate nominee frontrunner front-runner challenger incumbent politician lawmaker legislator democrat republican conservative liberal socialist whip mp mep msp td amb ambs counsel fellow
  majority minority undersecretary under-secretary lieutenant-governor comptroller treasurer superstar star champion quarterback pitcher driver rider swimmer player
  veteran retired former ex-president ex acting interim outgoing incoming then rival opponent ally colleague partner wife husband daughter son mother father widow brother sister
  cousin uncle aunt grandmother grandfather rapporteur coordinator co-ordinator regulator watchdog ombudsman minister-president taoiseach vice-president pm foreign defence defense finance interior health
  education energy environment justice trade home treasury state press first senior junior assistant associate deputy national security communications campaign field press political`;

/** Words that end or make the name of a body, not of a person. */
export const BODY_WORDS = `inc corp corporation co company ltd llc plc group holdings bank university college school institute institution center centre foundation association
  society union federation league party committee subcommittee commission council board agency authority administration department ministry office bureau service court tribunal parliament
  congress senate house assembly government army navy force forces police guard brigade corps hospital church club team united city rovers athletic albion wanderers hotspur thistle harriers dynamo dinamo olympique borussia bayern juventus arsenal chelsea everton fc motors airlines airways railways
  times post journal news magazine review herald tribune guardian telegraph observer gazette press network television tv radio channel broadcasting studios pictures records
  entertainment fund trust organisation organization coalition alliance campaign movement front caucus conference summit forum project initiative act bill treaty
  agreement deal plan law museum gallery theatre theater hotel airport station street road avenue square park island islands river lake mountain valley county state
  states province district region republic kingdom empire nations nation world cup games series prize award awards festival show
  industries systems technologies technology partners capital securities insurance energy oil gas petroleum steel pharma pharmaceuticals laboratories labs solutions
  services international global worldwide america american kremlin pentagon vatican white downing brexit hamas hezbollah isis nato fbi cia nasa opec google apple facebook
  twitter microsoft amazon reuters afp ap bbc cnn fox nbc abc cbs msnbc politico breitbart tesla boeing airbus toyota committee taliban fed treasury establishment directorate chamber amendment constitution`;

/** Nouns for people whom the article need not name. */
export const PERSON_NOUNS = `man woman boy girl person people child children parent parents mother father son daughter wife husband widow brother sister friend friends neighbor neighbour
  neighbors neighbours resident residents villager villagers witness witnesses survivor survivors victim victims official officials source sources spokesman spokeswoman spokesperson spokespeople
  spokesmen representative representatives lawyer lawyers attorney attorneys aide aides adviser advisers advisor advisors expert experts analyst analysts critic critics supporter
  supporters voter voters fan fans player players coach coaches manager managers officer officers soldier soldiers commander commanders doctor doctors nurse nurses teacher
  teachers student students professor professors researcher researchers scientist scientists author authors writer writers editor editors reporter reporters journalist
  journalists columnist activist activists protester protesters demonstrator demonstrators leader leaders lawmaker lawmakers politician politicians senator senators congressman
  congresswoman governor governors mayor mayors minister ministers president presidents premier chancellor king queen prince princess duke duchess pope bishop priest pastor judge judges prosecutor
  prosecutors investigator investigators detective detectives diplomat diplomats ambassador envoy candidate candidates nominee democrat democrats republican republicans
  businessman businesswoman billionaire executive executives founder owner owners investor investors trader traders banker bankers economist economists farmer farmers worker workers employee
  employees driver drivers passenger passengers customer customers patient patients singer actor actress star rapper musician director producer comedian artist designer host
  anchor veteran veterans refugee refugees migrant migrants member members participant participants organizer organizers organiser organisers strategist strategists pollster operative
  operatives insider insiders donor donors delegate delegates chairman chairwoman chair chief boss captain skipper striker goalkeeper midfielder defender champion rival rivals opponent
  opponents ally allies colleague colleagues secretary clerk sheriff speaker whip commissioner counsel native teenager teenagers youth mogul tycoon magnate couple family families crowd audience
  user users hacker hackers poster commenter moderator questioner heckler caller viewer reader readers guest guests pilot survivor ceo cfo pm mp mps historian biologist engineer astronaut
  campaigner campaigners councillor councillors constable inspector superintendent`;

/** Nouns for bodies and writings that may speak. */
export const BODY_NOUNS = `company firm bank group agency ministry department office government administration party campaign committee commission council court panel board union
  association organisation organization club team league university academy school hospital church police army military navy force authority authorities regulator watchdog charity
  museum network channel station newspaper paper journal magazine outlet site website page report study survey poll statement letter memo email e-mail message note post tweet article story editorial
  column book ad ads advertisement commercial video clip caption sign signs banner placard poster slogan headline document filing complaint lawsuit indictment ruling decision order bill law resolution
  release transcript speech text account release blog op-ed essay review documentary film song lyrics chant plaque inscription notice warning label tagline motto platform
  bureau service coalition alliance movement foundation institute federation senate house parliament congress assembly cabinet embassy consulate kremlin white startup retailer maker
  airline carrier operator manufacturer developer publisher broadcaster insurer lender brokerage fund state country nation city town island side camp regime
  palace suit thread petition rebuttal sheet webpage motion brief mission minority majority dissent guidelines guidance staff readout communique communiqué affidavit playbook`;
