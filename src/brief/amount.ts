/** A figure's words in the article → the same words as a line of a briefing begins with them. */

/** "More than one million people" opened a sentence there, not here; names and currencies keep their capitals. */
export const asAmount = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(
      /^(?:About|Above|Almost|Approximately|Around|As (?:many|much|few|little)|At (?:least|most)|Below|Between|Close|Fewer|From|Just|Less|More|Nearly|No|Only|Over|Roughly|Some|Under|Up|An?|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Sixteen|Seventeen|Eighteen|Nineteen|Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety|Half|Dozens|Hundreds|Thousands|Tens|Scores)\b/,
      (word) => word.toLowerCase(),
    );
