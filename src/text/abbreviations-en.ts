/** Abbreviations of English news: which full stops end no sentence, and which may. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** A name or a number follows: the stop never ends a sentence. */
export const NEVER_FINAL = words(
  `mr mrs ms mx dr prof rev fr msgr hon sen sens rep reps gov govs lt col gen gens maj capt cpt cmdr adm sgt cpl pvt pte pfc supt det insp const
   pres amb atty attys asst assoc asst dist st ste mt ft messrs mme mlle sr. sra srta dra vs v viz cf eg ie e.g i.e approx ca fig figs nos art pp vol ed eds
   sec secs treas min maj.gen lt.gen brig comdr ens sr.lt rt hon.`,
);

/** Ends a sentence only where a sentence plainly begins after it. */
export const SELDOM_FINAL = words(
  `jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun no
   inc corp co ltd llc plc bros jr sr esq ph.d m.d b.a m.a etc al dept univ est ext ave blvd rd hwy apt
   u.s u.k u.n e.u u.a.e u.s.a u.s.s.r d.c n.y l.a n.j a.m p.m am pm b.c a.d
   ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
   n.h n.m n.c n.d s.c s.d r.i w.va ont que alta sask man b.c`,
);

/** Words that begin sentences and hardly ever a name or the second half of one. */
export const OPENERS = words(
  `the a an this that these those he she it they we you i his her its their our my your there here but and or so yet nor for if when while as after before
   since because although though however in on at by from with without under over during through until to of about between among against despite
   what who why how where which whose not no all both some many most more few several each every any other another one two three four five
   then now still also even only just just meanwhile moreover instead later earlier today yesterday last next early first second according asked both
   is are was were do does did have has had can could will would should may might must let police officials critics experts analysts`,
);
