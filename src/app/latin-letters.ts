/** A name typed in Cyrillic letters → the Latin ones that English-language news would write, roughly: spelling is forgiven further on. */

const LETTERS: Readonly<Record<string, string>> = Object.fromEntries(
  'а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i ї=yi й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ё=yo ј=j љ=lj њ=nj ћ=c ђ=dj џ=dz'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);

/** Undefined where no such letter is in it. */
export function toLatin(typed: string): string | undefined {
  if (!/\p{Script=Cyrillic}/u.test(typed)) return undefined;
  return [...typed.toLowerCase()].map((letter) => LETTERS[letter] ?? letter).join('');
}
