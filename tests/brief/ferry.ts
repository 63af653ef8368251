/** An invented accident told by three outlets, whose counts differ and grow: what merging, disagreement and "what changed" are tried on. */
import { article, HOUR, MORNING, story } from './material.ts';

export const firstReport = article({
  id: 'ferry-1',
  outlet: 'The Harbour Post',
  title: 'Ferry sinks off Ostrava Point, 12 dead',
  at: MORNING,
  text: `PORT ELLIS — A ferry carrying 214 passengers sank off Ostrava Point before dawn on Monday, and at least 12 people were killed in the sinking, the coast guard said.

The Lady Maren left Port Ellis at four in the morning and capsized within sight of the lighthouse.

“We heard the hull crack and then the lights went out,” said Petra Lindqvist, a nurse who swam ashore.

She was taken to the hospital with a broken arm.

But the operator, Sound Lines, said the ship had passed its inspection in January.`,
  quotes: [{ words: 'We heard the hull crack and then the lights went out,', by: 'Petra Lindqvist', role: 'a nurse' }],
  figures: [
    { words: '214 passengers', value: 214, unit: 'passenger', concept: 'carried by the ferry', salience: 0.6 },
    {
      words: 'at least 12 people',
      value: 12,
      unit: 'people',
      modifier: '>',
      concept: 'killed in the ferry sinking',
      saidBy: 'the coast guard',
      salience: 0.9,
    },
  ],
  names: ['Port Ellis', 'Lady Maren', 'Ostrava Point', 'Sound Lines', 'Petra Lindqvist'],
});

export const secondOutlet = article({
  id: 'ferry-2',
  outlet: 'Meridian Wire',
  title: 'At least 15 killed as ferry sinks near Ostrava Point',
  at: MORNING + 2 * HOUR,
  text: `At least 15 people died in the sinking of a ferry near Ostrava Point on Monday, rescue workers said.

The Lady Maren was carrying 214 passengers to the northern islands when water came over the car deck.

“This ship should never have been allowed to leave the harbour in such a sea,” Transport Minister Ivo Brandt told Meridian Wire.

Divers searched the wreck of the Lady Maren through the afternoon, and four boats combed the shore.`,
  quotes: [
    {
      words: 'This ship should never have been allowed to leave the harbour in such a sea,',
      by: 'Ivo Brandt',
      role: 'Transport Minister',
      toldTo: 'Meridian Wire',
    },
  ],
  figures: [
    {
      words: 'At least 15 people',
      value: 15,
      unit: 'people',
      modifier: '>',
      concept: 'killed in the sinking of the ferry',
      saidBy: 'rescue workers',
      salience: 0.9,
    },
    { words: '214 passengers', value: 214, unit: 'passenger', concept: 'carried by the Lady Maren', salience: 0.5 },
  ],
  names: ['Lady Maren', 'Ostrava Point', 'Ivo Brandt'],
});

export const followUp = article({
  id: 'ferry-3',
  outlet: 'The Harbour Post',
  title: 'Ferry toll rises to 19 as minister orders inquiry',
  at: MORNING + 20 * HOUR,
  text: `The number of people killed in the sinking of the ferry Lady Maren off Ostrava Point rose to 19 people on Tuesday, the coast guard said.

Transport Minister Ivo Brandt ordered an inquiry into the ferry's inspection papers and suspended the licence of Sound Lines.

“I want to know who signed that certificate,” Brandt said.

“Nobody told us where the life vests were,” said Tomas Oyelaran, a student among the survivors.`,
  quotes: [
    { words: 'I want to know who signed that certificate,', by: 'Ivo Brandt', role: 'Transport Minister' },
    { words: 'Nobody told us where the life vests were,', by: 'Tomas Oyelaran', role: 'a student' },
  ],
  figures: [
    {
      words: '19 people',
      value: 19,
      unit: 'people',
      concept: 'killed in the sinking of the ferry Lady Maren',
      saidBy: 'the coast guard',
      salience: 0.9,
    },
  ],
  names: ['Lady Maren', 'Ostrava Point', 'Ivo Brandt', 'Sound Lines', 'Tomas Oyelaran'],
});

export const ferryAtNoon = story('ferry', firstReport, secondOutlet);
export const ferryNextDay = story('ferry', firstReport, secondOutlet, followUp);
