/** What a scheduled post says beside its briefing, and the bot when it is invited. */

export const phrases = {
  late: 'Late: this briefing was due on ',
  nothingNew: 'nothing new',
  nothingNewSince: 'nothing new since the last briefing',
  quietDay: (nothingNew: string) => `${nothingNew} here; the most reported story of these days:`,
  full: (topic: string) => `Full: ${topic}`,
  report: 'Report',
  test: 'TEST',
  testNote: ': this is how the briefing looks now. It does not count as told.',

  hello: 'Hello, I am Wirebrief: I read the news and tell you what happened, who said what, and which numbers matter.',
  howToAsk:
    'Quotes are word for word, and every line links to its source. Ask me here by my name, or by a command: “quotes putin”, “figures gaza”.',
  looksLikeThis: 'A briefing looks like this:',
  daily: 'Daily at 08:00?',
  dailyIn: (place: string) => `Daily at 08:00 (${place})?`,
  /** Where the asker's zone is not known, by IANA zone. */
  places: { 'Europe/London': 'London', 'Europe/Berlin': 'Berlin', 'America/New_York': 'New York', 'Asia/Singapore': 'Singapore' },
  shallI: (zone: string) => `Shall I post a briefing here every day at 08:00 (${zone})? A manager of this workspace may press it.`,
  shallIWhere:
    'Shall I post a briefing here every day at 08:00, and in which time zone? A manager may press one; for another: schedule add at:08:00 zone:Asia/Tokyo',
  whatElse: 'What else can you do?',
};
