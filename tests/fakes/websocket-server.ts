/** The server's side of RFC 6455 for the stand-ins of chat services: an HTTP upgrade → a socket that sends and receives text. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODES = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export type ServerSocket = {
  readonly send: (text: string) => void;
  /** Sends a close frame; the peer answers with its own, then the connection ends. */
  readonly close: (code: number, reason?: string) => void;
  /** As when a cable is pulled: no close frame. */
  readonly terminate: () => void;
  /** A peer that is gone without a word answers no pings. */
  readonly goSilent: () => void;
  readonly isOpen: () => boolean;
};

export function acceptWebSocket(
  request: IncomingMessage,
  stream: Duplex,
  on: { readonly message: (text: string) => void; readonly close: (code: number) => void },
): ServerSocket {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
  stream.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`);
  let isOpen = true;
  let isSilent = false;
  let closeSent = false;
  let pending = Buffer.alloc(0);
  let fragments: Buffer[] = [];

  const write = (opcode: number, payload: Buffer): void => {
    if (!stream.writable || isSilent) return;
    stream.write(Buffer.concat([header(opcode, payload.length), payload]));
  };
  const ended = (code: number): void => {
    if (!isOpen) return;
    isOpen = false;
    on.close(code);
  };
  const closeFrame = (code: number, reason = ''): void => {
    if (closeSent) return;
    closeSent = true;
    const payload = Buffer.alloc(2 + Buffer.byteLength(reason));
    payload.writeUInt16BE(code);
    payload.write(reason, 2);
    write(OPCODES.close, payload);
  };
  const receive = ({ opcode, isFinal, payload }: Frame): void => {
    if (isSilent) return;
    if (opcode === OPCODES.ping) write(OPCODES.pong, payload);
    else if (opcode === OPCODES.close) {
      const code = payload.length >= 2 ? payload.readUInt16BE() : 1005;
      closeFrame(code === 1005 ? 1000 : code);
      stream.end();
      ended(code);
    } else if (opcode === OPCODES.text || opcode === OPCODES.continuation || opcode === OPCODES.binary) {
      fragments.push(payload);
      if (!isFinal) return;
      const text = Buffer.concat(fragments).toString('utf8');
      fragments = [];
      on.message(text);
    }
  };

  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = readFrame(pending); frame; frame = readFrame(pending)) {
      pending = pending.subarray(frame.size);
      receive(frame);
    }
  });
  stream.on('error', () => ended(1006));
  stream.on('close', () => ended(1006));

  return {
    send: (text) => write(OPCODES.text, Buffer.from(text)),
    close: (code, reason) => closeFrame(code, reason),
    terminate: () => {
      stream.destroy();
      ended(1006);
    },
    goSilent: () => {
      isSilent = true;
    },
    isOpen: () => isOpen,
  };
}

type Frame = { readonly opcode: number; readonly isFinal: boolean; readonly payload: Buffer; readonly size: number };

/** Null while the frame is not whole. */
function readFrame(data: Buffer): Frame | null {
  if (data.length < 2) return null;
  const [first = 0, second = 0] = data;
  const short = second & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskStart = 2 + lengthBytes;
  const isMasked = (second & 0x80) !== 0;
  const start = maskStart + (isMasked ? 4 : 0);
  if (data.length < start) return null;
  const length = lengthBytes === 0 ? short : lengthBytes === 2 ? data.readUInt16BE(2) : Number(data.readBigUInt64BE(2));
  if (data.length < start + length) return null;
  const payload = Buffer.from(data.subarray(start, start + length));
  if (isMasked)
    for (let index = 0; index < length; index += 1) payload[index] = (payload[index] ?? 0) ^ (data[maskStart + (index % 4)] ?? 0);
  return { opcode: first & 0x0f, isFinal: (first & 0x80) !== 0, payload, size: start + length };
}

function header(opcode: number, length: number): Buffer {
  if (length < 126) return Buffer.from([0x80 | opcode, length]);
  const long = length > 0xffff;
  const bytes = Buffer.alloc(long ? 10 : 4);
  bytes[0] = 0x80 | opcode;
  bytes[1] = long ? 127 : 126;
  if (long) bytes.writeBigUInt64BE(BigInt(length), 2);
  else bytes.writeUInt16BE(length, 2);
  return bytes;
}
