/** A stand-in of both LLM APIs on a real socket: OpenAI's chat completions and Anthropic's messages. What it is asked is kept; what it answers is told to it. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Asked = {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
};
/** The model's words, or what the server does instead. */
export type Reply = string | ((response: ServerResponse) => void);

export type LlmEndpoint = {
  readonly url: string;
  readonly asked: Asked[];
  /** Answers each question from now on. */
  reply: (asked: Asked) => Reply;
  readonly stop: () => Promise<void>;
};

export async function startLlmEndpoint(): Promise<LlmEndpoint> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one: Asked = { path: request.url ?? '', headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
    asked.push(one);
    const reply = endpoint.reply(one);
    if (typeof reply !== 'string') return reply(response);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(one.path.endsWith('/messages') ? anthropic(reply) : openAi(reply)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint: LlmEndpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    reply: () => '{"sentences":[]}',
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return endpoint;
}

const openAi = (content: string) => ({
  id: 'chatcmpl-1',
  object: 'chat.completion',
  created: 1,
  model: 'stand-in',
  choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
});

const anthropic = (text: string) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'stand-in',
  content: [{ type: 'text', text }],
  stop_reason: 'end_turn',
  stop_sequence: null,
  usage: { input_tokens: 100, output_tokens: 20 },
});
