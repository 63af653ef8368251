/** Common verbs that attribute nothing: they tell where a clause has its verb. Forms are made by rule. */
export const COMMON_VERBS = `be have do go come get make take give keep let leave lose win beat play score lead follow run walk move turn bring carry send meet pay
  buy sell spend save cost build break fall rise grow drop cut raise lower increase decrease reduce gain reach hit strike kill die injure wound shoot fire attack defend
  fight arrest detain jail charge convict sentence sue accuse steal rob flee escape chase search find lose seize capture invade occupy bomb shell destroy damage
  collapse burn flood sink crash drive ride fly sail land arrive depart enter exit join quit resign retire serve work hire fire appoint elect vote campaign
  nominate endorse back support oppose ban allow permit force compel require need help assist aid try attempt fail succeed manage struggle happen occur take
  begin start stop end finish open close continue remain stay stand sit lie sleep wake live stay reside move settle marry divorce bear raise
  look watch listen stare glance appear seem become prove sound smell taste touch hold grab catch throw kick push pull press lift
  eat drink cook wear dress wash clean cover hide show display reveal expose wait expect plan prepare arrange organise organize host attend visit
  travel return send receive accept get obtain acquire own possess belong contain include involve consist lack miss cause create produce make develop design
  launch introduce release publish print broadcast air record film photograph write draw paint sing dance act perform practice practise train teach learn study
  research test examine inspect check measure count add subtract multiply divide compare contrast match suit fit cover deal handle treat cure heal
  change alter adjust adapt modify fix repair mend replace swap switch exchange trade sign cancel postpone delay extend renew expire last
  spread shrink expand cross pass approach near surround face confront challenge threaten risk dare bet gamble choose pick select decide determine rule
  govern control dominate influence affect impact shape drive fuel spark trigger prompt inspire motivate encourage discourage dissuade convince persuade urge
  use spend waste consume earn owe borrow lend invest donate contribute fund finance sponsor subsidise subsidize tax fine punish reward honour honor award celebrate
  mark commemorate remember forget forgive pray hope wish love hate like enjoy suffer endure survive tolerate
  gather collect assemble crowd rally march protest demonstrate riot clash rescue evacuate shelter feed house
  post share click tap log stream download upload tweet text email call phone ring dial speak talk chat argue debate negotiate bargain agree
  sweep surge soar jump climb slip slide tumble plunge plummet sink dip ease edge inch hover average total exceed surpass top trail lag
  represent chair head run oversee supervise monitor track trace follow investigate probe question interview
  block stall halt suspend freeze unfreeze lift impose enforce enact adopt approve pass reject veto overturn uphold strike repeal amend
  shift tilt lean veer steer pivot step stride stumble trip sprint race jog swim dive
  hear see feel know think believe understand mean matter depend rely trust belong deserve demand
  laugh smile grin nod shrug wave point gesture bow kneel hug kiss cry weep tremble shake shiver sweat
  wound shut split spread hurt quit bid rid tend happen exist`;

export const IRREGULAR_COMMON: Readonly<Record<string, readonly [past: string, participle: string]>> = {
  be: ['was', 'been'],
  have: ['had', 'had'],
  do: ['did', 'done'],
  go: ['went', 'gone'],
  come: ['came', 'come'],
  get: ['got', 'gotten'],
  make: ['made', 'made'],
  take: ['took', 'taken'],
  give: ['gave', 'given'],
  keep: ['kept', 'kept'],
  let: ['let', 'let'],
  leave: ['left', 'left'],
  lose: ['lost', 'lost'],
  win: ['won', 'won'],
  beat: ['beat', 'beaten'],
  lead: ['led', 'led'],
  bring: ['brought', 'brought'],
  meet: ['met', 'met'],
  pay: ['paid', 'paid'],
  buy: ['bought', 'bought'],
  spend: ['spent', 'spent'],
  cost: ['cost', 'cost'],
  build: ['built', 'built'],
  fall: ['fell', 'fallen'],
  rise: ['rose', 'risen'],
  grow: ['grew', 'grown'],
  drop: ['dropped', 'dropped'],
  shoot: ['shot', 'shot'],
  fight: ['fought', 'fought'],
  steal: ['stole', 'stolen'],
  rob: ['robbed', 'robbed'],
  flee: ['fled', 'fled'],
  sink: ['sank', 'sunk'],
  drive: ['drove', 'driven'],
  ride: ['rode', 'ridden'],
  fly: ['flew', 'flown'],
  quit: ['quit', 'quit'],
  stand: ['stood', 'stood'],
  sit: ['sat', 'sat'],
  lie: ['lay', 'lain'],
  sleep: ['slept', 'slept'],
  wake: ['woke', 'woken'],
  bear: ['bore', 'born'],
  become: ['became', 'become'],
  hold: ['held', 'held'],
  catch: ['caught', 'caught'],
  throw: ['threw', 'thrown'],
  eat: ['ate', 'eaten'],
  drink: ['drank', 'drunk'],
  wear: ['wore', 'worn'],
  hide: ['hid', 'hidden'],
  draw: ['drew', 'drawn'],
  deal: ['dealt', 'dealt'],
  shrink: ['shrank', 'shrunk'],
  spread: ['spread', 'spread'],
  lend: ['lent', 'lent'],
  forget: ['forgot', 'forgotten'],
  forgive: ['forgave', 'forgiven'],
  feed: ['fed', 'fed'],
  sweep: ['swept', 'swept'],
  stop: ['stopped', 'stopped'],
  plan: ['planned', 'planned'],
  grab: ['grabbed', 'grabbed'],
  ban: ['banned', 'banned'],
  jog: ['jogged', 'jogged'],
  swim: ['swam', 'swum'],
  mean: ['meant', 'meant'],
  freeze: ['froze', 'frozen'],
  hurt: ['hurt', 'hurt'],
  shut: ['shut', 'shut'],
  split: ['split', 'split'],
  bid: ['bid', 'bid'],
  weep: ['wept', 'wept'],
  shake: ['shook', 'shaken'],
  ring: ['rang', 'rung'],
  step: ['stepped', 'stepped'],
  slip: ['slipped', 'slipped'],
  dip: ['dipped', 'dipped'],
  hug: ['hugged', 'hugged'],
  trip: ['tripped', 'tripped'],
  top: ['topped', 'topped'],
  lag: ['lagged', 'lagged'],
  occur: ['occurred', 'occurred'],
  kneel: ['knelt', 'knelt'],
  dig: ['dug', 'dug'],
  slide: ['slid', 'slid'],
};
