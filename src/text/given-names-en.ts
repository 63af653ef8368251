/** Given names that tell a man from a woman in English-language news; those borne by both stand in EITHER. */
export const MALE = `cornell curt hany agusein jonah grover rudolph ted mo jake kellan luke walt aaron abdul abdullah abraham adam adrian ahmad ahmed al alan albert alberto alejandro alexander alexei alexey alfred ali allan allen amir anders andre andreas andrei andres andrew
  andy angelo anthony anton antonio antony armando arnold arthur artur arun asif austin barack barry bashar ben benjamin benny bernard bernie bert bill billy bjorn bob bobby boris brad bradley
  brandon brendan brent brett brian bruce bruno bryan burt byron calvin carl carlo carlos cesar charles chester chris christian christopher chuck clarence claude clay clayton
  clint clinton clive colin conrad corey cory craig curt curtis cyril cyrus damian damien dan daniel danny darrell darren darryl dave david dean dennis denis derek derrick deshawn diego dick
  dimitri dirk dmitri dmitry dominic don donald doug douglas duane duncan dwayne dwight earl ed eddie edgar eduardo edward edwin eli elias elijah elliot elliott elon emanuel emile emilio emmanuel
  enrique eric erik ernest ernesto ernie erwin esteban ethan eugene evan evgeny fabian fabio fareed faisal felipe felix ferdinand fernando floyd francesco francisco franck frank franklin fred
  freddie frederick fritz gareth garrett gary gavin geert gene geoff geoffrey george gerald gerard gerhard giacomo gianni gideon gilbert giorgio giovanni giuseppe glen glenn gordon graham grant greg gregg
  gregory guillermo gustavo guy hamid hank hans harald harold harry harvey hassan hector heinz henri henrik henry herbert herman hiroshi horace howard hubert hugh hugo hussein ian ibrahim igor ilya
  imran isaac ismail ivan jack jackson jacob jacques jake jakob jamal james janos jared jason javier jay jeb jeff jefferson jeffrey jens jeremy jerome jerry jesse jesus jim jimmy joachim
  joao joaquin joe joel joey johan johannes john johnny jon jonas jonathan jorge jose josef joseph josh joshua juan jude julian julio julius juan-carlos jurgen justin kaleb karim karl keith keir ken kenneth
  kenny kent kevin khalid kirk klaus kofi konstantin kris kurt kyle lamar lance larry lars laurence laurent lawrence lech len leo leon leonard leonardo leonid leroy les leslie-john lev lewis liam lionel
  lloyd lorenzo louis luca lucas lucio luigi luis luiz lukas luke magnus mahmoud malcolm manuel marc marcel marco marcos marcus mariano mario mark markus marshall martin marty marvin mateo
  mathias mats matt matteo matthew matthias maurice mauricio max maxim maximilian mehmet melvin michael michel miguel mikael mike mikhail milan milos milton mitch mitchell mitt mohamed mohammad mohammed
  mohamud muhammad mustafa naftali narendra nathan nathaniel ned neil nelson newt nicholas nick nicolas nigel nikolai nils noah norman oleg oliver olivier omar orlando oscar osama oskar otto
  owen pablo paolo pat-john patrick paul paulo pavel pedro pekka per percy pete peter petr phil philip philippe phillip pierre piers rafael rahul rajiv ralph ramon ramzan rand randall randy raul ray raymond
  recep reggie reince rex ricardo riccardo richard rick ricky rob robbie robert roberto rodney rodrigo roger roland rolf roman ron ronald ronnie rory ross roy ruben rudolph rudy rupert russ russell
  ryan saad said salman salvador salvatore samir samuel santiago saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn shinzo sid silvio simon stan stanley stefan stefano stephane
  stephen steve steven stewart stuart sven tariq tayyip ted terence terrence terry-john theo theodore thierry thomas tim timothy toby todd tom tomas tommy tony travis trevor tyler tyrone udo ulrich uwe vaclav
  valentin vernon victor viktor vince vincent vinod vitaly vladimir volodymyr wade walter warren wayne wendell wesley wilbur wilhelm will willem william willie winston wolfgang woody xavier yang yair yasser
  yevgeny yitzhak yuri yusuf yves zach zachary zack zoran ehud benjamin-netanyahu kwame kwasi rishi sajid sadiq jens-peter olaf olav ole odd knut lasse mads soren nikol ashraf hamed javad hashim harjit
  anwar joko ferdinand rodrigo lula jair nicolas-m gustavo-p javier-m emmerson cyril-r uhuru muhammadu bola paul-k yoweri robert-m jacob-z narendra-m amit arvind nawaz shehbaz imran-k hun takeshi kenji
  shigeru akira haruki yoshihide fumio junichiro taro satoshi kazuo masahiro carwyn huw gethin rhys dylan callum ewan hamish angus fergus declan padraig eoin micheal leo-v kieran conor brendan-o jordan-p
  abel abe ace adama adebayo adel adnan adolfo agustin ahmet aidan aiden ajay akash akbar akeem akhil akihiro akio alain alastair albin aldo alec aleksandar aleksander
  aleksandr aleksei alessandro alexandre alfonso alfredo alistair alok alvaro alvin amadou aman amos anatoly ander andrzej anil ankit ansel antoine antonis aran archie ari
  arjun arlo armand arnaud arne arsene arsenio artem artie arto arvid ashok aslan athol atul augusto auguste ayman azad aziz babar baptiste barnaby bart bartholomew bartosz
  basil bastian benedict benedikt benito benoit bertrand bharat bilal bjarne blaise bogdan bohdan brady bram bryce burak carlton carsten caspar casper cedric charl cheikh
  chidi chinedu chukwuma cian ciaran clement clifford cole colm connor constantin constantine cormac cornelius cristiano cristian cristobal damon danilo danjuma danyal
  darius dario darragh dashiell deepak demetrius denzel desmond didier dieter dilip dimitrios dimitris dino dinesh djibril domenico domingo donovan dougal drago dries
  duarte dusan eamon eamonn edmond edmund edoardo efrain egor eino eirik elio eloy elroy emeka emir emre enda ennio enzo ephraim erasmus erling ernst errol etienne
  euan everton ezra fadi fahad farhad farid farouk faruk federico femi filip filippo finlay finn finnian fintan florent florentino florian folarin francois fredrik
  friedrich fuad fyodor gabriel gael galen ganesh garth gaurav gaute geir gennady georg georges georgi georgios gerardo gerd gerry gert gervais ghassan gilles gino giles
  gleb godfrey gopal goran gottfried graeme grigory grzegorz guido guillaume gunnar gunter gunther gus gustav guus gyorgy habib haider hakan hakeem hakim hamza harish harun
  haruto hasan heiko hein heikki hendrik herve hideki hideo hilmar hiro hitoshi hossein hyun iain ibrahima idris ignacio ignatius ignazio ihor iker ilham ilias ilkka imad
  imre inaki ingmar ioannis isaiah ishaan isidro ishmael issa istvan ivar ivo jaafar jaap jabari jacek jacopo jaden jago jakub jamaal janne jaromir jarvis jaroslav jasper
  javed jean-baptiste jean-claude jean-francois jean-jacques jean-louis jean-luc jean-marc jean-marie jean-michel jean-paul jean-pierre jedediah jeetendra jermaine jerzy
  jethro jimmie jiri joakim joaquim jochen joerg jordi jorg jorgen jorn josip jostein josue jozef juha jukka juma jussi kabir kadir kamal kamran karan karlheinz kasper
  katsuhiko keanu keiji kelechi kemal kenta kerem keshav khaled khalil kiefer killian kishore kjell klaas koichi koji konrad kristian kristoffer kristof krzysztof kunal
  kwabena kyriakos ladislav lachlan lamine lazlo laszlo lauri laurens leandro lennart lennox leopold levi linus lior ljubo loic lorcan lothar lubomir luciano ludovic ludwig
  lukasz lyle lyndon maarten mahesh makoto malachi mamadou manfred manish manoj mansour marat marcelo marcin marek mariusz marko marten martijn martti marwan masato masashi
  massimo masoud mathieu mattias maurizio maximiliano mehdi merlin mervyn mesut miles mico mihai mihail miklos mikko milorad miloslav minoru miroslav mitsuo moataz mohan
  mohsin moises moritz moses moshe mukesh munir murat musa mykhailo mykola myles nabil nader naeem nagesh najib nasir nasser naveed naveen navin neal nestor nevin niall
  niccolo nico niels nihal nikhil nikos nilesh nitin njoroge noam norbert octavio odin okan oleh oleksandr oleksiy omari ondrej onur oren orhan oriol orson osman osvaldo
  oswald otis ousmane paddy panagiotis pankaj paresh patrice patricio patrik pau pavlos pavlo pawel peer petar petros petteri philipp phineas pieter piotr pradeep prakash
  pranav prasad prem primo qasim quentin quincy quinton radek radoslav rafal rafe rahim raimund rainer rajesh rajeev rakesh ralf ramesh ramiro raoul rashad rasheed rashid
  rasmus ravi raynor reginald reinhard reinhold remi remy renato renzo reuben reynaldo richie rinus riyad roald rocco roderick rodolfo rogelio rohan rohit romeo romulo
  ronan ronaldo rorie ruaridh ruairi rubens rudi rufus rui rune rustam ruud ryo ryoichi saeed sagar saleh salim salomon samson samuli sandeep sander sandro sanjay sanjeev
  santi santo santosh sascha satya saurabh sead seamus sebastien selim semyon sergi serhiy sergiu severin shadi shahid shahrukh shakir shankar sharif sheldon shiv shlomo
  shigeo shunsuke sigmund sigurd silas silvester simeon siraj slava slobodan solomon sonny srdjan stanislav stavros stefanos steffen stelian sten stig stijn sudhir sujit
  sukhdev sunil suresh svein sverre syed sylvester sylvain szymon tadashi tadeusz taha tahir taj takashi takeo talal tamas tanveer taras tarek tatsuo tauno teo teodoro
  teppo terje tetsuya thabo thad thaddeus themba thiago thibault thijs thorsten tiago tibor tiernan tijani timo timur titus tiziano tobias tomasz tomislav torben tore
  torsten toshio tristan trygve tuan tunde tuomas ugo ugur ulf ulises umar umberto umesh urho usain usman vadim valery valter vasily vasil vasyl vaughan veli venkat vicente
  vikas vijay vikram vikrant vilhelm ville vinay vinicius vishal vitali vitaliy vitor vivek vlad vladislav vojtech vusi vyacheslav waleed walid wasim werner wiktor wilfred
  wilfried wim wojciech wolfram wyatt yahya yakov yannick yannis yaroslav yasin yasir yasuhiro yohei yoshio youssef yousef yuriy zaid zain zakaria zbigniew zdenek zeke
  zeljko zenon ziad zinedine zlatan zubair zsolt hiroki kenzo naoki shota yuto daichi kwesi kojo yaw chinua obinna ikenna sipho mandla lwazi jabulani tendekai simba farai
  baraka jomo kipchoge odhiambo ifor dafydd emyr iwan rhodri aled alun gwyn hywel lachie struan
  bret alasdair owain iestyn geraint diarmuid cillian virat sachin gautam piyush subrahmanyam imtiaz asad hirokazu toshihiro itsunori ryuichi olusegun babatunde yemi kagiso lungi raila mwai
  kenyatta sadio moussa boubacar reza abbas ismael fouad hisham jamil qasem raed rami tamim dmytro petro andriy arkady dragan novak ivica luka janez jaroslaw mateusz viorel traian mircea ionut
  torbjorn oyvind haakon esa sauli antti kimi valtteri jari teemu xavi cesc unai mikel pep imanol gonzalo neymar ronaldinho casemiro facundo inacio kylian raphael corentin gregoire yann eden
  romelu thibaut kyrie giannis nikola saquon tyreek kobe tyson shaquille draymond klay`;

export const FEMALE = `caitlyn kaitlyn michaela brianne hala shelley melania deja roseanne debbie jan-brewer huma katrina abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison allison alma alyssa amanda amber amelia amy ana anastasia angela angelica angelina angie anita ann anna
  annabel anne annette annie annika antoinette antonia april ariana arlene astrid audrey ayesha aung barbara beatrice becky belinda bella bernadette beth bethany betsy betty beverly bianca bonnie
  brenda briana bridget britney brittany camila camilla candace carla carly carmen carol carole carolina caroline carolyn carrie cassandra catherine cathy cecilia celeste celia charlene charlotte chelsea
  cheryl chloe christa christiane christina christine cindy claire clara claudia clementine colleen condoleezza connie constance corinne cristina crystal cynthia daisy dana-marie daniela danielle daphne darlene
  dawn deborah debbie debra deirdre delia denise diana diane dianne dolores dominique-marie donna dora doris dorothy edith eileen elaine eleanor elena elisabeth elise elizabeth ella ellen eloise elsa emilia
  emily emma erica erika erin esther eugenie eva eve evelyn faith farah fatima felicia felicity fiona flora florence frances francesca frida gabriela gabrielle gemma georgia georgina geraldine gertrude gina giorgia
  giulia gladys glenda gloria grace greta gretchen gwen gwendolyn hanan hanna hannah harriet hazel heather heidi helen helena helene helle hilda hillary holly huma ida ilse imelda indira ines inga ingrid irena irene
  iris irma isabel isabella isabelle ivana ivanka ivy jacinda jacqueline jamila jan-marie jana jane janet janice janine jasmine jayne jeanette jeanne jeannie jen jenna jennifer jenny jessica jill joan joanna joanne
  jocelyn jodi josephine joy joyce juanita judith judy julia juliana julianne julie juliet june justine kamala karen karin karina karla kate katharine katherine kathleen kathryn kathy katie katrina katy kay kayla kelley
  kellyanne keisha kendra kersti kim-marie kimberly kirsten kirsty kitty kristen kristi kristin kristina krystal lara latoya laura lauren leah leila lena leslie-ann leticia liliana lillian lily linda lisa liv
  liz liza lois lola loretta lori lorraine louisa louise lucia lucille lucy lydia lynda lynette lynne mabel mackenzie maddie madeleine madeline magdalena maggie maia malala malia mandy manuela mara marcia margaret margarita margot
  maria mariana marianne marie mariam marilyn marina marine marisa marissa marjorie marlene marsha marta martha martina mary maryam matilda maureen maya meg megan meghan melania melanie melinda melissa mercedes mia
  michaela michelle mila mildred mimi mina mindy miranda miriam moira molly mona monica monique muriel nadia nadine nancy naomi natalia natalie natasha nicole nikki nina noemi nora noreen norma olga
  olivia oprah paige pamela pat-ann patricia patsy patti patty paula paulette pauline peggy penelope penny petra phoebe phyllis pippa polly portia priscilla priti priya rachel ramona rania rebecca regina renata renee rhonda rita roberta
  robin-ann rosa rosalind rosalyn rosario rose roseanne rosemary roxanne ruth sabine sabrina sadie sally samantha samira sandra sandy-ann sanna sara sarah saoirse sasha-ann savannah selena selina serena shannon-ann sharon sheila 
  shelley shelly sheryl shirley siobhan sofia sonia sonja sophia sophie stacey stacy stella stephanie stormy sue susan susana susannah suzanne sylvia tamara tamika tanya tara tatiana tawakkol teresa tess tessa thea
  theresa therese tiffany tina toni tonya tracey tracy-ann trish trudy tulsi ursula valentina valerie vanessa vera veronica vicki vicky victoria violet virginia viviana vivian wanda wendy wilma winifred winnie yasmin
  yelena yolanda yoko yulia yvette yvonne zainab zara zelda zoe zuzana nikki-h elise-s sheikh-h nancy-p gro erna mette jacinta magdalena-a kaja ingibjorg katrin vigdis natalya oksana olena svetlana lyudmila galina irina ksenia
  abby abena adaeze adelaide adeline adwoa agata agnese agnieszka aileen aimee aine aino aisling akiko alana alba aleksandra alessandra alessia alexandria alexia aliya
  alisa aliza alla allegra alva alyson amara amaya amelie amina amira amrita anais anahita anastasiya anca andreea ane anette angharad anika anisa anja anjali anke
  ann-marie anna-maria annabelle annalisa anneke annelies anneliese anneli anne-marie anni annmarie anouk antje anuradha anya aoife aparna aranka archana ariadne ariane
  arianna arja arundhati arwen asa ashanti ashwini asma asuka athena aude audra augusta aurelia aurelie aya ayana ayse azadeh azra babette bahar barbora barbra beata beate
  bea beatrix beatriz benazir benedetta berit bernadine bernice berta bettina beulah beyonce bhavna birgit birgitta birte blanca blanche bodil bogumila bonita bozena branka
  briony britta britt bronagh bronte bronwen bronwyn brunhilde busisiwe cait caitlin caoimhe carina carmela carmelita carolin carola carys cate caterina catrin catriona
  cecile cecily chantal chantelle charlotta chiara chidinma chika chinyere chisom chiyo christel christelle christy ciara cilla clarissa claudette claudine clea cleo
  clemence coleen concetta consuelo cora coralie cordelia corina cosima cressida dagmar dagny dalia damaris danuta daria darcey davina dayana dearbhla debora delphine demi
  denisse desiree devorah diandra dilma dinah divya dominika donatella dorit dorota dorothea dorothee dorte dragana dulce dunja dympna ebba ebony edda edna edwina effie
  efua eilidh eimear eira ekaterina elaina eleanora eleni elfriede eliana elif elin elina elisa elisabetta eliska elizaveta elke ellie elly elna elodie elspeth elva elvira
  elvi emi emiko emilie emine emmanuelle emmeline emmi enid eniko ersilia esme esmeralda esperanza estela estelle ethel etta eugenia eulalia eunice evangeline evelina
  evgenia ewa fabienne fadumo fanny farida fatou fatoumata fatma fay faye federica femke fenella fernanda finola fionnuala flavia fleur flo floriane fran franca francine
  francoise franka franziska frauke freda freja freya frieda fumiko gabi garance gayle geeta genevieve georgette georgiana georgie gerda germaine ghislaine gilda gillian
  ginny gisela giselle gitta gita giuliana giuseppina glenys golda grainne graziella greer grethe grete griselda gry guadalupe gudrun guinevere gulnara gunilla gwyneth
  gyongyi habiba hadiya haifa hana hannele hanne harini haruka hatice hayley hedda hedwig hege heike hela helga heli heloise henriette hermine hermione hester hildegard
  hilde hind hiroko hisako hoda hortense hulya iduna ieva ifeoma ikram ilana ilaria ileana ilka ilona imani imogen inaya ingeborg inger inka inna ioana ione irja irmgard
  isadora isha isla ismene isobel isolde iva iveta ivette ivonne iwona izabela jacqui jadwiga jaimie jaleesa jamie-lee janelle janette janey janina jarmila jaya jayshree
  jeana jelena jemima jenni jennie jerri jette jillian jimena joana joann joelle johanna jolanda jolene jolie jordana jorja josefa josefina josefine josie jovana judit judi
  judie juhi juli juliette junko justina justyna jutta jyoti kaarina kadijatou kaia kaisa kamila kamilla kanika kareena karima karolina karoline kasia kat kateryna katarina
  katarzyna katerina kath katharina kathi katia katja katya kaya kayleigh keeley keiko keira kelly-ann kerry-ann kerstin khadija khadijah kiera kiki kira kirsi kirstie
  kirstin klara klaudia kokoro krista kristiina krisztina kyoko lada laila lakshmi lale lana larissa latifa laurien lavinia layla leanne leena leigh-ann leigh-anne leire
  leela lenka lenore leona leonie leonora lesia letitia letizia lia liana libby lidia lieke liesbeth liis liisa lila lilian liliane lilith lilla lina lindiwe linn linnea
  lise lisbeth lisette livia ljiljana lorelei lorena lorna lotta lotte lou-ann louella lourdes luana luciana lucie lucienne lucinda lucrezia ludmila ludmilla luisa luise
  lyra maaike mackayla madalena madhuri madge mae maeve mafalda magali magda maha mahima mahnoor maida maike maimuna maire mairead mairi maisie maja makena malaika malena
  malin mamie manal mandisa manon marcela marcella marcelle maren marga margareta margarete margaretha margaux margery margherita margie margit margo margriet maribel
  marica marie-claire marie-louise mariella marielle marijke marika marileen marilena marilou mariska marit marita marja marjan marketa marlies marlena marlo marnie martine
  marwa mathilda mathilde maud maude maura mavis maxine mayra mayumi meera mei-ling mehwish meike melina melisa melita menna meredith merete meri merja meryl meta
  michiko mieke miia miki milagros milena milica milla millicent millie milly minna mirela mireille mirjam mirka misaki mitzi miyuki moana monika montserrat morag morgane
  moya mpho muireann munira myfanwy myra myriam myrna myrtle nadezhda nadja naima najma nandini nandita nanette naoko narges nasrin natacha natascha nathalie nayeli nazanin
  neha nela nell nelly nerys nesrine nevena ngozi nia niamh nichola nicolette nicoletta nigella nika niki nimra ninon nirmala nisha noelle noemie nomvula nonhle nour
  nthabiseng nuria nyasha oana octavia odette odile olesya olwen oona oonagh ophelia oriana orla ornella orsolya ottilie pallavi paloma pam pandora paola parminder parvati
  patrizia paulina pavla payal pernille persis petronella petula philippa philomena phumzile pia pierrette pilar pooja pranita pratibha prisca quinta rabia rachael rachida
  radha radka ragnhild rahel raisa rajni rakhi ranjana raquel rasa rashida rashmi raya razia rebeca rebekah regine reina renate reni renuka rhea rhiannon rhoda rhona
  rihanna riitta rika riko rikke rina risa ritu rivka robbi robyn rochelle romana romina romy rosalia rosalie rosamund rosana rosanna rosanne roseline rosetta rosie rosita
  rowena roxana roxane roya rukmini rukhsana runa ruta ruthie saba sabiha sabina sachiko sadaf safiya sahar saida sakina salma saloni salome samia samina sandhya sandrine
  sanja saori sapna saraswati sarita saskia satu sayaka sayuri selma senait serafina serap seraphine serene shabana shabnam shaheen shaila shakira shalini shana shania
  shanice sharmila sharmin sharron shauna shazia sheena shefali shelagh sherry shirin shivani shobha shoko shona shreya shruti shweta sian sibel sidonie siegrid sigi sigrid
  silja silke silvana silvia simona sinead siri sirpa sissel siv sissy snezana solange solveig sonal sonali sondra soraya sree sridevi stefania stefanie steffi steffie
  steph stephania stina stine sudha sujata sukanya suki sultana sumaya sumitra sunita sunniva surabhi suse susanne susi sushma suvi suzan suzanna suzette suzie suzy svea
  svenja sveta swati sybil sylvie syeda synnove tabitha tahira taina tali talia talitha tamar tamsin tania tanja tansy taru tasha tatjana tatyana tayla teija telma teodora
  terhi terri teuta thandi thandiwe theodora thora thuli thuy tiffani tilda tilly tiphaine tirzah titilayo tiziana tomoko tone toril tori tove traci tricia trine trinidad
  trisha tuija tuva tyra ulla ulrika ulrike umi ursel usha uta ute uzma valeria valeriya valerija valentyna vaishali valborg vandana vanja vashti vasiliki vega verena
  verity verna veronika veronique vesna vibeke viktoria viktoriya vilma vimla violetta virginie vita vittoria viveca viviane vivien vivienne wambui wanjiru wangari wencke
  wenche wilhelmina willa xenia ximena xiomara yana yara yasmeen yasuko yesenia yetunde yevgeniya ylva yolande yoshiko ysabel yukari yukiko yumi yuliya yuka zadie
  zahra zaynab zdenka zehra zeynep zina zoey zohra zora zoya zsa zsofia zuzanna nobuhle akosua abla yaa adaora nneka folake bukola temitope funmilayo aminata binta djeneba
  oumou ramatoulaye
  uma deepika kavita mamata hina roisin cerys ayaka yuko yuriko sakura ayumi miho satoko rasha huda masih chimamanda nkosazana graca joice zindzi zandile iryna darya polina malgorzata kolinda
  annegret segolene najat saga poppy mhairi jodie evita soledad itziar ainhoa maite rocio marisol rigoberta venus iga aryna garbine`;

/** Borne by men and by women: they tell a person, not which. */
export const EITHER = `alex amal andrea ashley camille casey charlie dale dana devon dominique drew gail hilary jackie jaime jamie jan jean jessie jo jody jun kelly kendall
  laurie lee leslie lindsay lindsey logan lou lynn marion mel merle michele nicky nicola nikita noel pascal pat rene robin sam sasha shannon shelby
  sidney simone stevie terry tracy whitney xi yael yuki
  angel ariel noor addison rowan`;
