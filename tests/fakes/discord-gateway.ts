/** Discord's gateway over a real WebSocket: hello, identify, heartbeats, sessions that can be resumed, and every way in which it ends them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type FakeDiscordWorld, IDS } from './discord-world.ts';
import { acceptWebSocket, type ServerSocket } from './websocket-server.ts';

type Session = {
  readonly id: string;
  readonly events: { readonly s: number; readonly json: string }[];
  seq: number;
  socket?: ServerSocket;
};
type Payload = { readonly op: number; readonly d: Record<string, unknown> & { readonly [key: string]: unknown } };

/** GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

export type GatewayOptions = {
  heartbeatMs: number;
  /** Heartbeats are answered. */
  answersHeartbeats: boolean;
  /** The next identify is refused with this close code. */
  refuseIdentify?: number;
  /** Servers that are announced and never come. */
  lateGuilds: readonly string[];
};

export function createFakeGateway(world: FakeDiscordWorld, guildJson: () => unknown, resumeUrl: () => string) {
  const sessions = new Map<string, Session>();
  const options: GatewayOptions = { heartbeatMs: 41_250, answersHeartbeats: true, lateGuilds: [] };
  const log: { readonly op: number; readonly intents?: number }[] = [];
  const sockets = new Set<ServerSocket>();
  let connections = 0;

  function accept(request: IncomingMessage, stream: Duplex): void {
    connections += 1;
    let session: Session | undefined;
    const socket = acceptWebSocket(request, stream, {
      message: (text) => {
        session = receive(socket, JSON.parse(text) as Payload, session);
        world.changed();
      },
      close: () => {
        sockets.delete(socket);
        if (session?.socket === socket) delete session.socket;
        world.changed();
      },
    });
    sockets.add(socket);
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: options.heartbeatMs } }));
  }

  function receive(socket: ServerSocket, { op, d }: Payload, session: Session | undefined): Session | undefined {
    log.push({ op, ...(op === 2 ? { intents: Number(d.intents) } : {}) });
    if (op === 1) {
      if (options.answersHeartbeats) socket.send(JSON.stringify({ op: 11 }));
      return session;
    }
    if (op === 2) return identify(socket, d);
    if (op === 6) return resume(socket, d);
    return session;
  }

  function identify(socket: ServerSocket, d: Payload['d']): Session | undefined {
    const code = options.refuseIdentify;
    if (code !== undefined || d.token !== world.token || !world.isTokenGood) {
      socket.close(code ?? 4_004);
      return undefined;
    }
    if ((Number(d.intents) & PRIVILEGED) !== 0) {
      socket.close(4_014);
      return undefined;
    }
    const session: Session = { id: `session-${sessions.size + 1}`, events: [], seq: 0, socket };
    sessions.set(session.id, session);
    emit(session, 'READY', {
      v: 10,
      user: { id: IDS.bot, username: 'wirebrief', discriminator: '0000', bot: true, avatar: null },
      guilds: [IDS.guild, ...options.lateGuilds].map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: resumeUrl(),
      application: { id: IDS.application, flags: 0 },
      shard: d.shard,
    });
    emit(session, 'GUILD_CREATE', guildJson());
    return session;
  }

  function resume(socket: ServerSocket, d: Payload['d']): Session | undefined {
    const session = sessions.get(String(d.session_id));
    if (!session || d.token !== world.token) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    session.socket = socket;
    for (const { s, json } of session.events) if (s > Number(d.seq)) socket.send(json);
    emit(session, 'RESUMED', {});
    return session;
  }

  function emit(session: Session, t: string, d: unknown): void {
    session.seq += 1;
    const json = JSON.stringify({ op: 0, s: session.seq, t, d });
    session.events.push({ s: session.seq, json });
    session.socket?.send(json);
  }

  const newest = (): Session | undefined => [...sessions.values()].at(-1);
  return {
    accept,
    options,
    log,
    connections: () => connections,
    isConnected: () => Boolean(newest()?.socket?.isOpen()),
    sessions: () => sessions.size,
    /** To the newest session, also while it is away: it is told when it resumes. */
    dispatch: (t: string, d: unknown): void => {
      const session = newest();
      if (!session) throw new Error('nobody is connected to the gateway');
      emit(session, t, d);
    },
    /** Each may miss events that it does not resume for. */
    forgetSessions: (): void => sessions.clear(),
    drop: (how: 'cut' | 'reconnect' | 'invalid' | number): void => {
      for (const socket of sockets) {
        if (how === 'cut') socket.terminate();
        else if (how === 'reconnect') socket.send(JSON.stringify({ op: 7, d: null }));
        else if (how === 'invalid') socket.send(JSON.stringify({ op: 9, d: false }));
        else socket.close(how);
      }
    },
    stop: (): void => {
      for (const socket of sockets) socket.terminate();
    },
  };
}
