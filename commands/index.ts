/** The list of slash commands, in the order in which help shows them. */
import type { Command } from '#model/command.ts';
import { brief } from './brief.ts';
import { feeds } from './feeds.ts';
import { figures } from './figures.ts';
import { help } from './help.ts';
import { quotes } from './quotes.ts';
import { status } from './status.ts';
import { topics } from './topics.ts';

export const commands: readonly Command[] = [brief, quotes, figures, topics, feeds, status, help];
