/** Character references of XML and HTML in a text → the characters they stand for. */

/** HTML 4.01, section 24: the names of U+00A0 to U+00FF in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest ' +
  'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig ' +
  'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** The rest of HTML 4, and those of HTML 5 that news texts use: name and character by turns. */
const OTHERS =
  'amp & lt < gt > quot " apos \' OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200c zwj \u200d lrm \u200e rlm \u200f ' +
  'ndash – mdash — lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ dagger † Dagger ‡ bull • hellip … permil ‰ prime ′ Prime ″ lsaquo ‹ rsaquo › oline ‾ frasl ⁄ euro € image ℑ weierp ℘ real ℜ trade ™ alefsym ℵ ' +
  'larr ← uarr ↑ rarr → darr ↓ harr ↔ crarr ↵ lArr ⇐ uArr ⇑ rArr ⇒ dArr ⇓ hArr ⇔ forall ∀ part ∂ exist ∃ empty ∅ nabla ∇ isin ∈ notin ∉ ni ∋ prod ∏ sum ∑ minus − lowast ∗ radic √ prop ∝ infin ∞ ang ∠ ' +
  'and ∧ or ∨ cap ∩ cup ∪ int ∫ there4 ∴ sim ∼ cong ≅ asymp ≈ ne ≠ equiv ≡ le ≤ ge ≥ sub ⊂ sup ⊃ nsub ⊄ sube ⊆ supe ⊇ oplus ⊕ otimes ⊗ perp ⊥ sdot ⋅ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ loz ◊ spades ♠ clubs ♣ hearts ♥ diams ♦ ' +
  'Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω ' +
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω thetasym ϑ upsih ϒ piv ϖ ' +
  'AMP & LT < GT > QUOT " COPY © REG ® hyphen ‐ dash ‐ horbar ― lsquor ‚ rsquor ’ ldquor „ rdquor ” nldr ‥ mldr … comma , period . colon : semi ; excl ! quest ? num # dollar $ percnt % lpar ( rpar ) ast * plus + equals = sol / bsol \\ ' +
  'lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lbrace { rbrace } verbar | vert | lowbar _ grave ` commat @ half ½ check ✓ cross ✗ star ☆ starf ★ numsp \u2007 puncsp \u2008 hairsp \u200a NoBreak \u2060 ' +
  'Abreve Ă abreve ă Amacr Ā amacr ā Aogon Ą aogon ą Cacute Ć cacute ć Ccaron Č ccaron č Dcaron Ď dcaron ď Dstrok Đ dstrok đ Ecaron Ě ecaron ě Emacr Ē emacr ē Eogon Ę eogon ę Edot Ė edot ė Gbreve Ğ gbreve ğ Idot İ inodot ı imath ı ' +
  'Imacr Ī imacr ī Iogon Į iogon į Lcaron Ľ lcaron ľ Lstrok Ł lstrok ł Nacute Ń nacute ń Ncaron Ň ncaron ň Odblac Ő odblac ő Omacr Ō omacr ō Racute Ŕ racute ŕ Rcaron Ř rcaron ř Sacute Ś sacute ś Scedil Ş scedil ş Tcaron Ť tcaron ť ' +
  'Tcedil Ţ tcedil ţ Udblac Ű udblac ű Umacr Ū umacr ū Uogon Ų uogon ų Uring Ů uring ů Zacute Ź zacute ź Zcaron Ž zcaron ž Zdot Ż zdot ż';

const CHARACTERS = ((): ReadonlyMap<string, string> => {
  const map = new Map(LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)]));
  const turns = OTHERS.split(' ');
  for (let i = 0; i + 1 < turns.length; i += 2) map.set(turns[i] ?? '', turns[i + 1] ?? '');
  return map.set('NewLine', '\n').set('Tab', '\t');
})();

/** &#128; to &#159; mean windows-1252 in the wild, and by the HTML standard (numeric character reference end state). */
const WINDOWS_C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,8})|#([0-9]{1,9})|([a-zA-Z][a-zA-Z0-9]{0,30}));?/g;

type Own = { readonly get: (name: string) => string | undefined };

/** What it does not know stays as it stands. `own`: entities that a document defines for itself. */
export const decodeEntities = (text: string, own?: Own): string =>
  text.includes('&') ? text.replace(REFERENCE, (found, hex, decimal, name) => decodeOne(found, hex, decimal, name, own)) : text;

const decodeOne = (found: string, hex?: string, decimal?: string, name?: string, own?: Own): string => {
  if (name !== undefined) {
    // Without its semicolon a name may be part of an address: "?a=1&copy=2".
    if (!found.endsWith(';')) return found;
    return own?.get(name) ?? CHARACTERS.get(name) ?? found;
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (code >= 0x80 && code < 0xa0) return WINDOWS_C1.charAt(code - 0x80);
  if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return '\uFFFD';
  if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) return '';
  return String.fromCodePoint(code);
};

/** Letters of a markup as they are; what has a meaning in HTML stays escaped. "&ouml; &lt;" → "ö &lt;". */
export const decodeLetters = (html: string): string =>
  html.includes('&')
    ? html.replace(REFERENCE, (found, hex, decimal, name) => {
        const letter = decodeOne(found, hex, decimal, name);
        return letter.length === 1 && '&<>"\'\u00a0'.includes(letter) ? found : letter;
      })
    : html;

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'));
