/** A person's id → what an ask needs to know of them: manager or not, zone, locale; kept for some minutes. */
import { isZone } from '#lib/zones.ts';
import type { Instant } from '#model/article.ts';
import { within } from '../within.ts';
import type { SlackApi } from './api.ts';
import type { SlackSettings } from './settings.ts';

type Person = { readonly isManager: boolean; readonly zone?: string; readonly locale?: string };
export type People = (token: string, team: string, user: string) => Promise<Person>;

const KEPT_MS = 10 * 60_000;
const MAX_PEOPLE = 5_000;
/** An answer does not wait longer for a profile than this; it comes without the person's zone then. */
const PATIENCE_MS = 2_000;

export function createPeople({ api, managers, now }: { readonly api: SlackApi } & Pick<SlackSettings, 'managers' | 'now'>): People {
  const known = new Map<string, { readonly person: Person; readonly at: Instant }>();

  async function ask(token: string, team: string, user: string): Promise<Person> {
    const isListed = managers.includes(user);
    const outcome = await api.call(token, 'users.info', { user, include_locale: true });
    if (outcome.kind !== 'ok') return { isManager: isListed };
    const { is_admin, is_owner, is_primary_owner, tz, locale } = (outcome.data.user ?? {}) as Readonly<Record<string, unknown>>;
    const person: Person = {
      isManager: isListed || is_admin === true || is_owner === true || is_primary_owner === true,
      ...(typeof tz === 'string' && isZone(tz) ? { zone: tz } : {}),
      ...(typeof locale === 'string' && locale ? { locale } : {}),
    };
    if (known.size >= MAX_PEOPLE) known.clear();
    known.set(`${team}:${user}`, { person, at: now() });
    return person;
  }

  return async (token, team, user) => {
    const kept = known.get(`${team}:${user}`);
    if (kept && now() - kept.at < KEPT_MS) return kept.person;
    return within<Person, Person>(ask(token, team, user), PATIENCE_MS, { isManager: managers.includes(user) });
  };
}
