import { describe } from 'vitest';
import { describeQueue } from '../contract/queue.ts';
import { describeSchedules } from '../contract/schedules.ts';
import { openTemporary, queueOf } from './engine.ts';

describe('schedules', () => describeSchedules('node:sqlite', () => openTemporary()));
describe('queue', () => describeQueue('node:sqlite', async () => queueOf(await openTemporary())));
