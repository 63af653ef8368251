/** How news writes currencies (signs, codes, words) → one name each, singular. */

export type Currency = {
  /** Singular: "US dollar". */
  readonly name: string;
  readonly plural: string;
  /** Before the amount, as English prints it: "US$". */
  readonly sign: string;
  /** Other signs, codes (by case) and words (lower case) for it. */
  readonly also: readonly string[];
};

const currency = (name: string, plural: string, sign: string, also: string): Currency => ({
  name,
  plural,
  sign,
  also: also.split('|').filter(Boolean),
});

/** A bare "$" keeps the name "dollar": which one it is, only the outlet knows. */
export const CURRENCIES: readonly Currency[] = [
  currency('dollar', 'dollars', '$', 'dollar|bucks|buck'),
  currency('US dollar', 'US dollars', 'US$', '$US|USD|U.S.$|us dollar|u.s dollar|american dollar'),
  currency('euro', 'euros', '€', 'EUR|Euro|euro'),
  currency('pound sterling', 'pounds sterling', '£', 'GBP|STG|PS|pound sterling|british pound|quid|£'),
  currency('Japanese yen', 'Japanese yen', '¥', 'JPY|JP¥|￥|yen|japanese yen|Y='),
  currency('Chinese yuan', 'Chinese yuan', 'CN¥', 'CNY|RMB|yuan|chinese yuan|renminbi'),
  currency('Australian dollar', 'Australian dollars', 'A$', '$A|AU$|AUD|AUD$|australian dollar|aussie dollar'),
  currency('Canadian dollar', 'Canadian dollars', 'C$', 'CA$|CAD|CAD$|CDN$|canadian dollar'),
  currency('Hong Kong dollar', 'Hong Kong dollars', 'HK$', 'HKD|hong kong dollar'),
  currency('New Zealand dollar', 'New Zealand dollars', 'NZ$', '$NZ|NZD|new zealand dollar|kiwi dollar'),
  currency('Singapore dollar', 'Singapore dollars', 'S$', 'SGD|SG$|singapore dollar'),
  currency('Taiwan dollar', 'Taiwan dollars', 'NT$', 'TWD|taiwan dollar|new taiwan dollar'),
  currency('Jamaican dollar', 'Jamaican dollars', 'J$', 'JMD|jamaican dollar'),
  currency('Trinidad and Tobago dollar', 'Trinidad and Tobago dollars', 'TT$', 'TTD|trinidad and tobago dollar'),
  currency('Namibian dollar', 'Namibian dollars', 'N$', 'NAD|namibian dollar'),
  currency('Zimbabwean dollar', 'Zimbabwean dollars', 'Z$', 'ZWL|zimbabwean dollar'),
  currency('Fijian dollar', 'Fijian dollars', 'F$', 'FJD|fijian dollar'),
  currency('Malaysian ringgit', 'Malaysian ringgit', 'RM', 'MYR|ringgit|malaysian ringgit'),
  currency('Indian rupee', 'Indian rupees', '₹', 'Rs|INR|₨|rupee|indian rupee'),
  currency('Pakistani rupee', 'Pakistani rupees', 'PKR', 'pakistani rupee'),
  currency('Sri Lankan rupee', 'Sri Lankan rupees', 'LKR', 'sri lankan rupee'),
  currency('Nepalese rupee', 'Nepalese rupees', 'NPR', 'nepalese rupee|nepali rupee'),
  currency('Indonesian rupiah', 'Indonesian rupiah', 'Rp', 'IDR|rupiah|indonesian rupiah'),
  currency('Swiss franc', 'Swiss francs', 'CHF', 'SFr|swiss franc|franc'),
  currency('Russian rouble', 'Russian roubles', '₽', 'RUB|rouble|ruble|russian rouble|russian ruble'),
  currency('Ukrainian hryvnia', 'Ukrainian hryvnias', '₴', 'UAH|hryvnia|hryvnya'),
  currency('shekel', 'shekels', '₪', 'NIS|ILS|shekel|israeli shekel'),
  currency('South Korean won', 'South Korean won', '₩', 'KRW|won|korean won|south korean won'),
  currency('Thai baht', 'Thai baht', '฿', 'THB|baht|thai baht'),
  currency('Vietnamese dong', 'Vietnamese dong', '₫', 'VND|dong|vietnamese dong'),
  currency('Philippine peso', 'Philippine pesos', '₱', 'PHP|philippine peso|peso'),
  currency('Mexican peso', 'Mexican pesos', 'MX$', 'MXN|Mex$|mexican peso'),
  currency('Argentine peso', 'Argentine pesos', 'ARS', 'AR$|argentine peso|argentinian peso'),
  currency('Chilean peso', 'Chilean pesos', 'CLP', 'chilean peso'),
  currency('Colombian peso', 'Colombian pesos', 'COP', 'colombian peso'),
  currency('Brazilian real', 'Brazilian reais', 'R$', 'BRL|reais|brazilian real'),
  currency('South African rand', 'South African rand', 'ZAR', 'rand|south african rand'),
  currency('Nigerian naira', 'Nigerian naira', '₦', 'NGN|naira|nigerian naira'),
  currency('Ghanaian cedi', 'Ghanaian cedis', 'GH₵', 'GHS|GH¢|cedi|ghana cedi'),
  currency('Kenyan shilling', 'Kenyan shillings', 'KSh', 'KES|Sh|Ksh|Shs|kenyan shilling|shilling'),
  currency('Ugandan shilling', 'Ugandan shillings', 'USh', 'UGX|ugandan shilling'),
  currency('Turkish lira', 'Turkish liras', '₺', 'TRY|lira|turkish lira'),
  currency('Polish zloty', 'Polish zlotys', 'PLN', 'zł|zloty|polish zloty'),
  currency('Czech koruna', 'Czech korunas', 'CZK', 'Kč|koruna|czech koruna|czech crown'),
  currency('Hungarian forint', 'Hungarian forints', 'HUF', 'Ft|forint|hungarian forint'),
  currency('Romanian leu', 'Romanian lei', 'RON', 'leu|lei|romanian leu|romanian lei'),
  currency('Swedish krona', 'Swedish kronor', 'SEK', 'krona|kronor|swedish krona|swedish crown'),
  currency('Norwegian krone', 'Norwegian kroner', 'NOK', 'norwegian krone|norwegian crown'),
  currency('Danish krone', 'Danish kroner', 'DKK', 'krone|kroner|danish krone|danish crown'),
  currency('UAE dirham', 'UAE dirhams', 'AED', 'Dh|Dhs|dirham|uae dirham'),
  currency('Saudi riyal', 'Saudi riyals', 'SAR', 'riyal|saudi riyal'),
  currency('Qatari riyal', 'Qatari riyals', 'QAR', 'QR|qatari riyal'),
  currency('Iranian rial', 'Iranian rials', 'IRR', 'rial|iranian rial|toman'),
  currency('Egyptian pound', 'Egyptian pounds', 'EGP', 'E£|LE|egyptian pound'),
  currency('Lebanese pound', 'Lebanese pounds', 'LBP', 'lebanese pound'),
  currency('Bangladeshi taka', 'Bangladeshi taka', '৳', 'BDT|Tk|taka'),
  currency('bitcoin', 'bitcoins', '₿', 'BTC|bitcoin'),
  currency('cent', 'cents', '¢', 'cent|US cent|c'),
  currency('penny', 'pence', 'p', 'p|pence|penny'),
  currency('sen', 'sen', 'sen', 'sen'),
  currency('paisa', 'paise', 'paise', 'paise|paisa'),
  currency('kobo', 'kobo', 'kobo', 'kobo'),
  currency('kopek', 'kopeks', 'kopeks', 'kopek|kopeck|kopecks'),
  currency('centavo', 'centavos', 'centavos', 'centavo'),
];

const byWriting = new Map<string, Currency>();
for (const entry of CURRENCIES) {
  for (const writing of [entry.sign, ...entry.also]) if (!byWriting.has(writing)) byWriting.set(writing, entry);
  if (!byWriting.has(entry.plural.toLowerCase())) byWriting.set(entry.plural.toLowerCase(), entry);
}

const afterOnly = new Set(['c', 'p', '¢', 'LE', 'Sh', 'lei', 'won', 'Ft', 'STG', 'sen', 'paise', 'kobo', 'kopeks', 'centavos']);

/** "US$", "RM", "EUR" as they stand before an amount. */
export function currencyBefore(writing: string): Currency | undefined {
  return afterOnly.has(writing) || /^[a-z]{3,}/.test(writing) ? undefined : byWriting.get(writing);
}

/** "dollars", "Swiss francs", "EUR", "p" as they stand after an amount; words in any case. */
export function currencyAfter(writing: string): Currency | undefined {
  if (writing === 'Sh' || writing === 'LE') return undefined;
  const found = byWriting.get(writing);
  if (found || writing.length < 3) return found;
  const lower = writing.toLowerCase();
  return byWriting.get(lower) ?? (lower.endsWith('s') ? byWriting.get(lower.slice(0, -1)) : undefined);
}

const byName = new Map(CURRENCIES.map((entry) => [entry.name, entry]));

/** By the name that a Figure's unit bears. */
export function currencyNamed(name: string): Currency | undefined {
  return byName.get(name);
}
