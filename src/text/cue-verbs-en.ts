/**
 * Verbs that attribute words to somebody, by what they do with a quotation. Bases only: forms are made by rule (inflect.ts).
 *
 * say: stands beside a quotation on either side ("Q," X said; X said: "Q").
 * beside: the same, and nothing further off: verbs that mostly mean something else ("Q," X smiled).
 * tell: the same, with the person told as its object (X told Y, "Q").
 * call: gives a thing a name (X called Y "Q"; X described Y as "Q").
 * claim: takes a clause, an infinitive or a noun in which quoted words may stand (X urged Y to "Q"; X praised Y's "Q").
 * think: a state of mind that a reporter knows of from the one who has it (X believes that "Q").
 */
export type CueClass = 'say' | 'beside' | 'tell' | 'call' | 'claim' | 'think';

export const CUE_VERBS: Readonly<Record<CueClass, string>> = {
  say: `say add write tweet retweet reply continue explain note state declare respond argue report conclude acknowledge recall answer predict remark
    insist announce admit suggest claim assert maintain observe comment joke quip exclaim ask wonder muse lament complain warn caution concede confess
    confide counter contend boast brag shout yell cry scream whisper mutter murmur mumble growl snap bark fume rage vent thunder roar bellow boom
    chant interject interrupt object protest retort rejoin sneer scoff snarl snipe jeer taunt tease gush crow gloat proclaim pronounce profess pledge
    promise vow swear testify recount relate remember repeat reiterate stress emphasise emphasize underline underscore highlight clarify confirm deny
    disclose reveal divulge allege charge demand inquire enquire query urge implore intone recite conclude estimate forecast surmise summarise
    summarize theorize opine philosophise philosophize marvel pipe chime concur venture propose point_out shoot_back fire_back hit_back write_back
    chime_in weigh_in blurt_out cry_out put_it spell_out sound_off pipe_up reckon deadpan riff rasp croak grumble grouse gripe rant rattle_off bemoan
    bewail opine posit postulate affirm aver avow attest certify apologise apologize say_of report_back editorialise editorialize critique fret
    hypothesise hypothesize clap_back admonish chide needle joke_about caveat qualify explain_away tell_of counsel decree mandate reassure_them
    surmised contest dispute parry deflect gush_over testify_to`,
  beside: `agree beam beg begin blare blog break_in burst_out call_out caption chuckle close conclude_with crack croon cut_in describe detail disagree drawl echo elaborate email enthuse expand explain_away fear finish react greet grin groan guess hiss hit_out holler hope imagine lash_out laugh lecture message moan name narrate nod offer open outline plead pose post preach press push_back question quote ramble rap rave read reason recall reflect relay remember rule shrug sigh sign_off sing smile smirk sob speak_out speak_up specify speculate stammer start stutter sum_up tack_on text thank toast tout trumpet volunteer wax wink worry`,
  tell: `tell inform remind assure reassure notify advise ask warn promise urge beg implore beseech exhort challenge caution lecture text email message
    reproach rebuke scold chide upbraid berate heckle taunt tease thank congratulate interview quiz grill press brief show answer teach persuade convince
    command order instruct direct invite encourage`,
  call: `call describe dub label brand term name nickname characterise characterize portray depict paint cast deem consider declare pronounce style title
    entitle headline bill hail slam blast mock ridicule deride decry denounce condemn criticise criticize praise laud applaud acclaim celebrate dismiss
    reject disparage insult malign tar hammer attack lambast lambaste pan trash excoriate castigate skewer savage bash liken compare refer_to regard view
    rate rank classify define frame tout herald commend welcome admire accuse blame fault chastise censure rebuke berate pillory deplore bemoan lament
    position posture present fashion identify introduce christen baptise baptize denigrate belittle vilify demonise demonize lionise lionize extol salute commend scorn`,
  claim: `urge promise pledge vow threaten propose demand request seek want call_for call_on press_for appeal plead petition push_for advocate recommend
    endorse support oppose protest resist reject refuse decline agree accept offer invite insist suggest hint imply indicate signal warn_of
    caution_against deny admit concede cite quote mention reference list discuss address stress talk_about speak_of speak_about complain_about
    boast_of boast_about brag_about joke_about warn_about rail_against rail_at campaign_on campaign_against argue_against defend justify
    explain express voice convey share issue release publish post include feature read display show reveal find conclude determine rule order mandate
    require allow guarantee plan aim intend prepare hope expect wish long yearn prefer choose decide blame credit thank congratulate apologise
    apologize commit swear appeal_to lobby_for agitate_for crusade_for outline sketch present unveil propose sign compose author pen utter mouth
    echo repeat parrot invoke evoke pray propagate promote push pitch plug underline underscore emphasise emphasize highlight flag spotlight
    bemoan regret rue mourn condemn denounce slam blast assail attack decry criticise criticize target single_out take_aim take_issue question
    challenge dispute contest rebut refute debunk disavow disown renounce repudiate recant retract walk_back clarify correct warn admonish scold speak
    talk testify touch_on play_up play_down downplay dangle dismiss shrug_off wave_off brush_off laugh_off scoff_at sneer_at mock deride lampoon
    satirise satirize caricature compare liken envision envisage foresee predict forecast project estimate anticipate assess judge evaluate appraise
    gauge assail laud praise hail applaud cheer celebrate salute embrace champion trumpet tout push_back lay_out spell_out set_out point_to allude_to
    refer_to look_to stand_by stand_for aspire instruct tell direct ask bash rip knock chant shout scream yell sing demand describe detail enjoin
    preach teach argue contend maintain allege assert profess tweet write say report reiterate recall remember recount volunteer sound pose gush_about
    rave_about proclaim declare brush_aside cry warn_against nod_to hark_back harp_on dwell_on elaborate_on comment_on weigh_in_on sum_up counter
    tease`,
  think: `believe think feel know understand realise realize suspect doubt fear worry hope wish guess assume suppose imagine consider see view regard
    find deem judge expect dream love hate like dislike loathe admire respect appreciate enjoy resent envy remember recall regret want need trust
    wonder hear learn notice sense reckon figure perceive contemplate ponder weigh agree disagree`,
};

/** Forms that no rule makes. */
export const IRREGULAR: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  say: ['said', 'said'],
  tell: ['told', 'told'],
  write: ['wrote', 'written'],
  read: ['read', 'read'],
  begin: ['began', 'begun'],
  go: ['went', 'gone'],
  put: ['put', 'put'],
  shoot: ['shot', 'shot'],
  hit: ['hit', 'hit'],
  cut: ['cut', 'cut'],
  break: ['broke', 'broken'],
  speak: ['spoke', 'spoken'],
  burst: ['burst', 'burst'],
  sing: ['sang', 'sung'],
  swear: ['swore', 'sworn'],
  find: ['found', 'found'],
  think: ['thought', 'thought'],
  feel: ['felt', 'felt'],
  know: ['knew', 'known'],
  understand: ['understood', 'understood'],
  see: ['saw', 'seen'],
  hear: ['heard', 'heard'],
  dream: ['dreamed', 'dreamt'],
  seek: ['sought', 'sought'],
  hold: ['held', 'held'],
  run: ['ran', 'run'],
  show: ['showed', 'shown'],
  teach: ['taught', 'taught'],
  send: ['sent', 'sent'],
  sell: ['sold', 'sold'],
  choose: ['chose', 'chosen'],
  take: ['took', 'taken'],
  stand: ['stood', 'stood'],
  set: ['set', 'set'],
  lay: ['laid', 'laid'],
  spell: ['spelled', 'spelt'],
  learn: ['learned', 'learnt'],
  cast: ['cast', 'cast'],
  foresee: ['foresaw', 'foreseen'],
  forecast: ['forecast', 'forecast'],
  broadcast: ['broadcast', 'broadcast'],
  sum: ['summed', 'summed'],
  beg: ['begged', 'begged'],
  quip: ['quipped', 'quipped'],
  brag: ['bragged', 'bragged'],
  pan: ['panned', 'panned'],
  plan: ['planned', 'planned'],
  plug: ['plugged', 'plugged'],
  rap: ['rapped', 'rapped'],
  rip: ['ripped', 'ripped'],
  rebut: ['rebutted', 'rebutted'],
  sob: ['sobbed', 'sobbed'],
  snap: ['snapped', 'snapped'],
  dub: ['dubbed', 'dubbed'],
  pen: ['penned', 'penned'],
  flag: ['flagged', 'flagged'],
  concur: ['concurred', 'concurred'],
  chat: ['chatted', 'chatted'],
  admit: ['admitted', 'admitted'],
  submit: ['submitted', 'submitted'],
  commit: ['committed', 'committed'],
  refer: ['referred', 'referred'],
  prefer: ['preferred', 'preferred'],
  regret: ['regretted', 'regretted'],
  fret: ['fretted', 'fretted'],
  parrot: ['parroted', 'parroted'],
  wax: ['waxed', 'waxed'],
  grin: ['grinned', 'grinned'],
  tar: ['tarred', 'tarred'],
  strike: ['struck', 'struck'],
  deadpan: ['deadpanned', 'deadpanned'],
  blog: ['blogged', 'blogged'],
  nod: ['nodded', 'nodded'],
  clap: ['clapped', 'clapped'],
  shrug: ['shrugged', 'shrugged'],
  hold_up: ['held', 'held'],
  fight: ['fought', 'fought'],
  bet: ['bet', 'bet'],
  label: ['labeled', 'labelled'],
  channel: ['channeled', 'channelled'],
  program: ['programmed', 'programmed'],
  counsel: ['counseled', 'counselled'],
  signal: ['signaled', 'signalled'],
  aver: ['averred', 'averred'],
  knock: ['knocked', 'knocked'],
  quiz: ['quizzed', 'quizzed'],
  unveil: ['unveiled', 'unveiled'],
  sign: ['signed', 'signed'],
  rue: ['rued', 'rued'],
  drum: ['drummed', 'drummed'],
  bemoan: ['bemoaned', 'bemoaned'],
  text: ['texted', 'texted'],
  tweet: ['tweeted', 'tweeted'],
  marvel: ['marveled', 'marvelled'],
};
