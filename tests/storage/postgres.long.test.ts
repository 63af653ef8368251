import { afterAll, beforeAll, describe } from 'vitest';
import { describeQueue } from '../contract/queue.ts';
import { describeSchedules } from '../contract/schedules.ts';
import { describeStorage } from '../contract/storage.ts';
import { queueOf } from './engine.ts';
import { createDatabase, noServer, openOnServer, type TestDatabase } from './server.ts';

const reason = await noServer();

describe.skipIf(reason)(`a PostgreSQL server${reason ? ` – ${reason}` : ''}`, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase();
  });
  afterAll(() => database.drop());
  describe('storage', () => describeStorage('PostgreSQL', () => openOnServer(database)));
  describe('queue', () => describeQueue('pg-boss', async () => queueOf(await openOnServer(database))));
  describe('schedules', () => describeSchedules('PostgreSQL', () => openOnServer(database)));
});
