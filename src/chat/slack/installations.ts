/** Workspaces that installed the app by OAuth → their tokens, kept encrypted and forgotten on uninstall. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Installation, InstallationStore } from '@slack/bolt';
import type { Log } from '#lib/log.ts';
import { tenantOf } from './address.ts';
import type { Bot } from './bots.ts';
import type { InstallSettings } from './settings.ts';

export type Installations = {
  /** What Bolt's installer writes to and reads from. */
  readonly store: InstallationStore;
  readonly botOf: (team: string) => Promise<Bot | undefined>;
  readonly remove: (team: string) => Promise<void>;
};

/** Ten years: state that is meant to stay. */
const KEPT_MS = 10 * 365 * 24 * 60 * 60_000;

export function createInstallations({ key, store: state }: InstallSettings, log: Log): Installations {
  const box = createBox(key);
  /** Names the tenant, so that it goes when that is forgotten; and nothing is kept here besides, for the same reason. */
  const recordOf = (team: string): string => `installation:${tenantOf(team)}`;

  async function read(team: string): Promise<Installation | undefined> {
    const sealed = await state.get<string>(recordOf(team));
    if (sealed === undefined) return undefined;
    const opened = box.open(sealed, team);
    if (opened === undefined) {
      log.error({ platform: 'slack', team }, 'the stored Slack token cannot be decrypted: WIREBRIEF_KEY is not the one it was stored with');
      return undefined;
    }
    return JSON.parse(opened) as Installation;
  }

  return {
    store: {
      storeInstallation: async (installation) => {
        const team = installation.team?.id;
        // One token for a whole organisation would need per-workspace grants that we do not ask for.
        if (!team || installation.isEnterpriseInstall)
          throw new Error('Wirebrief is installed in single workspaces, not in a whole organisation');
        await state.set(recordOf(team), box.seal(JSON.stringify(installation), team), KEPT_MS);
        log.info({ platform: 'slack', team }, 'installed in a Slack workspace');
      },
      fetchInstallation: async (query) => {
        const installation = query.teamId ? await read(query.teamId) : undefined;
        if (!installation) throw new Error('not installed in this workspace');
        return installation as never;
      },
      deleteInstallation: async (query) => {
        if (query.teamId) await state.delete(recordOf(query.teamId));
      },
    },
    botOf: async (team) => {
      const bot = (await read(team))?.bot;
      return bot && { token: bot.token, team, botId: bot.id, botUser: bot.userId };
    },
    remove: async (team) => {
      await state.delete(recordOf(team));
      log.info({ platform: 'slack', team }, 'uninstalled from a Slack workspace; its token is deleted');
    },
  };
}

/** AES-256-GCM; the workspace's id is authenticated too, so that a record cannot be moved to another workspace. */
function createBox(key: string) {
  const secret = Buffer.from(hkdfSync('sha256', key, 'wirebrief', 'slack-installations', 32));
  return {
    seal: (text: string, team: string): string => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(team));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return ['v1', iv.toString('base64'), cipher.getAuthTag().toString('base64'), sealed.toString('base64')].join('.');
    },
    /** Undefined: another key, another workspace, or tampered with. */
    open: (sealed: string, team: string): string | undefined => {
      const [version, iv = '', tag = '', data = ''] = sealed.split('.');
      if (version !== 'v1') return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(iv, 'base64')).setAAD(Buffer.from(team));
        decipher.setAuthTag(Buffer.from(tag, 'base64'));
        return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}
