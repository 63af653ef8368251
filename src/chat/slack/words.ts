/** What somebody typed in Slack → the words of an ask, without Slack's markup. */
import { channelOf } from './address.ts';

const MARKUP = /<([^<>\n]{1,3000})>/g;

/** The bot's own mention goes; other people and channels become our names for them, links their address; curly quotes are straightened. */
export function askText(typed: string, team: string, botUser: string | undefined): string {
  return typed
    .replace(MARKUP, (_whole, inside: string) => plainForm(inside, team, botUser))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[“”„]/g, '"')
    .replace(/[\s\u2060\u200b]+/g, ' ')
    .trim();
}

function plainForm(inside: string, team: string, botUser: string | undefined): string {
  const [target = '', label] = inside.split('|', 2);
  const id = target.slice(1);
  if (target.startsWith('@')) return id === botUser ? ' ' : channelOf(team, id);
  if (target.startsWith('#')) return channelOf(team, id);
  if (target.startsWith('!')) return label ?? '';
  return target.replace(/^mailto:/, '');
}
