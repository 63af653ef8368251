/** Words that news of any event may hold, stemmed: two reports that share these alone are two fires, two votes or two matches. */
import { stem } from './words.ts';

const words = `
accident accuse action address admit affair afternoon age agency agree aim air allow american amount analyst announce anniversary annual appeal appear apply area arrest arrive article attack attempt attend attention
authority average avoid award
bad ban bank base battle beat beginning believe benefit better big bill billion black blame block board body book border brief bring british broke brother build building burn business buy
campaign capital captain car care carry case catch cause cent center central centre century certain chair chairman challenge champion chance change charge check chief child children choose citizen city civil claim class clear
close closed club coach coalition coast college colour comment commission commissioner committee common community company compare competition complete concern condition conference confirm consider consumer continue
contract control corner corporation cost council country county couple course court cover create crime crisis critic cross crowd culture current customer cut
daily damage danger date daughter dead deal death debate decade decide decision defence defense deficit degree delay deliver demand democrat deny department deputy describe desk detail develop die died difference
difficult director disaster discuss district doctor dollar door draw drive driver drop due
early earn east eastern economic economy editor education effort eight election eleven emergency employee empty end energy engineer enough enter escape euro european event evening evidence example executive expect expert
explain express extra eye
face fact factory fail fall family fan far farm father fear federal feel fell field fifth fight figure fill film final finance financial find fine fire firefighter firm fish flee flight floor follow food football force
foreign forest form former forty found foundation free fresh friend full fund future
gain game garden gas general giant girl give glass global goal good government governor great green ground group grow growth guard guest guide gun
half hall hand happen hard head heading health hear heard heart heavy held help high higher hill history hit hold holiday home hope hospital host hot hour house housing human hundred hurt husband
idea immediate impact important improve incident include income increase independent index industry inflation information injured injury inquiry inside insist interest interior international interview introduce invest investigate
investigation investigator investor issue
job join journalist judge june july january february march april august september october november december justice
keep key kill killed kilometre kind king knew know
labor labour land language large launch law lawmaker lawyer lead leader leading league learn leave led left legal letter level life light likely limit line link list listen little live local long look lose loss lost low lower
main major majority man manage manager mark market mass match material matter mayor measure media medical meet meeting member memory men message metre middle mile military million mind mine minister ministry minute miss missing
mission model moment money month morning mother motor mountain move movement music
name nation national nature near need neighbour network night nine nobody north northern note nothing notice number nurse
object offer office officer official oil okay old open opening operate operation opinion opposition order organisation organization outside owner
page pain paper parent park parliament part partner party pass passenger past path patient pay peace people percent performance period person phone photo photograph picture piece place plan plane plant platform play player point
police policy political politician politics poor popular population port position possible post pound power practice prepare present president press pressure price prime prison private prize problem process produce product
production profit programme program project promise property prosecutor protect protest prove provide province public publish pull pupil purpose push
quarter queen question quick quiet quite
race radio rail rain raise ran range rate reach read ready real reason receive recent record red reduce refuse regard region regional reject relate release remain remember remove repair repeat replace reply report reporter
represent representative republican request require rescue rescuer research researcher resident respond response rest restaurant result return reveal review right ring rise risk river road role roof room rose round rule run rush
safe safety sale scene schedule scheme school science scientist score sea search season seat second secretary section sector security seek sell senate senator send senior sent series serious serve service session set settle
seven share shareholder ship shoot shop short shot show shut side sign significant similar single sister sit site situation six small smoke snow social society soldier son song south southern space speak special speech spend
spokesman spokesperson spokeswoman sport spread staff stage stand star start state statement station stay step stock stone stop store storm story street strike strong struck structure student study stuff subject success
suffer suggest summer sun supply support surface surprise survey suspect system
table target task tax teacher team technology television tell ten term test text theory third thousand threat threaten thirty ticket title ton tonight top total touch tour tourist town track trade trader traditional traffic train
training transport travel treat treatment trial trip trouble truck true trust try turn twelve twenty type
understand union unit united university urge user usual
valley value van vehicle victim view village violence visit visitor voice vote voter
wage wait walk wall war warn warning watch water weapon wear weather website wednesday weekend weight west western white whole wide wife win wind window winner winter wish woman women word work worker workmen world worry worth wound
wounded write wrong
yard yellow young youth zone
academy afterward age ahead goes comes gets gives keeps sees says takes tells makes becomes ash ask bar barrel beach beside blew blow blue boat bodies bomb born bottom box brand brigade broken burned bus buried camp canal cash chain chemical church clean climb coat cold collapse crash crew
crown currency dark dawn destroy diver dozen dry dust earthquake escape exchange explosion fee fell fence flat flood gate gift guilty gust hammer harbour heat hell highway hotel ice island jail journey jump jury kitchen lake lane
leak library lift lorry magnitude mask master mayor midnight mill miner mud novel nurse ocean opponent parcel path pipe pool powerful prayer prisoner quake raid rebel referee rival rocket roll runner sand satellite scientist
shelter shore signal siren skin sky slip soil spot spring square stadium stair stick storey strait stream supermarket swim tail tank temperature tent theatre throw tide tire tower tunnel tyre victory wave wheel wing wire wood
`
  .split(/\s+/)
  .filter(Boolean);

const held: ReadonlySet<string> = new Set(words.map(stem));

export const isOfAnyNews = (word: string): boolean => held.has(word);
