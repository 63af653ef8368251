/** A FirstReading for tests in which no feed is added. */
import type { FirstReading } from '../../src/app/scene.ts';

export const noReading: FirstReading = {
  tools: { storage: undefined as never, now: Date.now, pollMinutes: 15, fetchFeed: () => Promise.reject(new Error('no network')) },
  patience: async () => {},
  finish: () => {},
};
