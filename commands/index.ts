/** The list of slash commands, in the order in which help shows them. */
import type { Command } from '#model/command.ts';
import { brief } from './brief.ts';
import { corrections } from './corrections.ts';
import { deliveries } from './deliveries.ts';
import { feeds } from './feeds.ts';
import { figures } from './figures.ts';
import { help } from './help.ts';
import { quotes } from './quotes.ts';
import { report } from './report.ts';
import { schedule } from './schedule.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { topics } from './topics.ts';
import { why } from './why.ts';

export const commands: readonly Command[] = [
  brief,
  quotes,
  figures,
  sources,
  why,
  topics,
  feeds,
  schedule,
  deliveries,
  report,
  corrections,
  status,
  help,
];
