import { beforeAll, describe } from 'vitest';
import { describeQueue } from '../contract/queue.ts';
import { describeSchedules } from '../contract/schedules.ts';
import { describeStorage } from '../contract/storage.ts';
import { queueOf } from './engine.ts';
import { openOnPGlite, sharedPGlite } from './pglite.ts';

beforeAll(async () => void (await sharedPGlite()), 120_000);

// Each in a group of its own: the suites set up before every test of where they stand.
describe('storage', () => describeStorage('PGlite', () => openOnPGlite()));
describe('schedules', () => describeSchedules('PGlite', () => openOnPGlite()));
describe('queue', () => describeQueue('pg-boss on PGlite', async () => queueOf(await openOnPGlite())));
