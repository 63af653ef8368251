import { describeQueue } from '../contract/queue.ts';
import { describeSchedules } from '../contract/schedules.ts';
import { openTemporary } from './engine.ts';

describeSchedules('node:sqlite', () => openTemporary());
describeQueue('node:sqlite', async () => {
  const engine = await openTemporary();
  let { storage } = engine;
  return {
    queue: (settings) => storage.work.queue('test', settings),
    restart: async () => {
      storage = await engine.reopen();
    },
    end: engine.end,
  };
});
