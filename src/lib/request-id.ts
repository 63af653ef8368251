/** An ask or a delivery → an id that every log line bears while it is worked on, in whatever part of the house that is. */
import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

export const requestId = (): string | undefined => current.getStore();

export const withRequestId = <Result>(id: string, work: () => Result): Result => current.run(id, work);

/** From here on, and in whoever called and awaits: for work that goes on behind an answer, such as posting it. */
export const enterRequest = (id: string): void => current.enterWith(id);
