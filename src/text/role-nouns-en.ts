/** English nouns for what people are or do, beyond those that the lexicon has for speakers; singular, the plural is made by rule. */
export const ROLE_NOUNS = `substitute winger playmaker fullback midfielder keeper batsman bowler batter pitcher sprinter cyclist jockey golfer boxer wrestler umpire referee linesman
  captain vice-captain trainer physio manager owner newcomer debutant teammate team-mate captain scorer runner-up medallist medalist olympian racer sailor rower swimmer climber
  baker butcher grocer shopkeeper plumber electrician carpenter builder bricklayer mechanic welder fisherman fisherwoman miner logger sailor skipper ferryman deckhand helmsman
  stoker porter cook chef waiter waitress barman bartender barber hairdresser tailor seamstress cleaner caretaker janitor nanny babysitter midwife paramedic carer chemist
  pharmacist dentist vet veterinarian psychologist psychiatrist cardiologist epidemiologist virologist neurologist oncologist radiologist pathologist neurosurgeon surgeon
  forecaster meteorologist seismologist volcanologist geologist oceanographer climatologist ecologist zoologist botanist archaeologist anthropologist sociologist linguist
  philosopher theologian mathematician physicist statistician technician programmer coder developer architect planner surveyor auditor accountant treasurer cashier clerk
  broker dealer trader lender insurer underwriter retailer wholesaler importer exporter manufacturer supplier contractor subcontractor landlord tenant homeowner commuter
  motorist cyclist pedestrian tourist traveller traveler holidaymaker hiker backpacker camper pilgrim parishioner worshipper vicar curate chaplain deacon abbot monk nun
  imam rabbi cleric preacher evangelist missionary priest headmaster headmistress headteacher dean rector provost lecturer tutor undergraduate graduate postgraduate pupil
  schoolboy schoolgirl classmate roommate flatmate housemate fiance fiancee fiancé fiancée boyfriend girlfriend spouse ex-wife ex-husband stepfather stepmother stepson stepdaughter
  godfather godmother grandson granddaughter nephew niece orphan toddler infant pensioner retiree grandmother grandfather breadwinner caregiver
  novelist poet playwright dramatist essayist screenwriter songwriter lyricist composer conductor pianist violinist cellist guitarist drummer bassist frontman vocalist
  soprano tenor baritone choreographer dancer ballerina painter sculptor illustrator cartoonist photographer cameraman filmmaker director showrunner stuntman model
  curator collector auctioneer biographer blogger vlogger podcaster influencer streamer gamer youtuber broadcaster newsreader presenter pundit commentator interviewer
  translator interpreter archivist librarian bookseller publisher
  gunman attacker assailant hijacker kidnapper robber burglar thief fraudster scammer smuggler trafficker dealer rapist killer murderer convict inmate prisoner detainee
  hostage accused plaintiff complainant juror barrister notary bailiff coroner policeman policewoman firefighter fireman lifeguard coastguard ranger gamekeeper warden
  bodyguard guard doorman bouncer sniper gunner pilot co-pilot copilot navigator paratrooper infantryman reservist conscript recruit cadet marine militant insurgent rebel
  fighter jihadist extremist separatist dissident defector whistleblower spy agent informant mole lobbyist fundraiser canvasser pollster speechwriter staffer intern
  trade_unionist unionist steward convener picket striker secretary-general undersecretary attache attaché consul legate nuncio monarch regent heir courtier equerry
  peer baroness viscount earl marquess laird chieftain elder tribesman warlord strongman dictator kingpin oligarch philanthropist benefactor heiress socialite celebrity
  bystander onlooker passer-by passerby eyewitness rescuer diver volunteer aid-worker caller customer shopper diner drinker punter gambler bettor bookmaker
  breeder grower winemaker brewer distiller beekeeper shepherd rancher cowboy trapper hunter angler gardener landscaper florist forester lumberjack
  operator dispatcher controller supervisor foreman inspector assessor examiner regulator mediator arbitrator facilitator negotiator peacekeeper observer monitor
  counsellor counselor therapist coach mentor guru healer psychic astrologer nutritionist dietitian
  beneficiary claimant applicant asylum-seeker migrant immigrant emigrant exile expatriate expat newcomer outsider loyalist stalwart backbencher frontbencher
  technologist futurist visionary pioneer inventor innovator entrepreneur financier industrialist magnate restaurateur hotelier impresario promoter
  associate rep surrogate signatory cardinal vice-president fly-half editor-in-chief co-author coauthor
  contestant finalist semifinalist winner loser favourite favorite hopeful prospect rookie
  prefect viceroy governor-general ruler brigadier commodore seaman medic physician hydrologist glaciologist astronomer cosmonaut demographer immunologist toxicologist
  scholar longshoreman stevedore docker roofer locksmith undertaker trucker cabbie stationmaster footballer cricketer skier gymnast mountaineer sherpa skydiver mourner widower`;

/** Words that end as agents do ("-er", "-or", "-ant", "-ee") and name none. */
export const NO_AGENT_NOUNS = `number letter matter order paper power water winter summer weather murder disorder border centre center corner quarter chapter offer
  career answer dinner computer cancer error terror mirror floor door factor sector color colour favor favour labor labour honor honour
  humor humour behavior behaviour harbor harbour tower river layer tier barrier cover fever gender hunger danger anger disaster poster
  banner register theater newsletter november september october december restaurant grant plant want warrant committee coffee fee degree
  guarantee tree trainee list wrist twist mist median human german superpower shooter bumper tracker server counter meter container
  trailer freezer trigger laser filter timer charger printer scanner browser folder header footer buffer wallpaper newspaper cucumber
  timber lumber leather feather shelter pepper butter proper further other another rather whether either neither together never ever
  however over under after later earlier better greater lower higher larger smaller bigger older younger former latter inner outer upper
  super minor major prior interior exterior senior junior relevant important significant elegant constant instant distant dominant
  brilliant vacant pleasant reluctant`;
