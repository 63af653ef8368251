/** Every migration, in the order of its name. A name never changes once it was released. */
import type { Migration } from 'kysely/migration';
import { up as first } from './0001-first.ts';
import { up as mute } from './0002-mute.ts';
import { up as stories } from './0002-stories.ts';
import { up as pace } from './0003-pace.ts';
import { up as report } from './0004-report.ts';
import { up as pause } from './0005-pause.ts';
import { up as fleet } from './0006-fleet.ts';
import { up as pages } from './0007-pages.ts';
import { up as unused } from './0008-unused.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-first': { up: first },
  '0002-mute': { up: mute },
  '0002-stories': { up: stories },
  '0003-pace': { up: pace },
  '0004-report': { up: report },
  '0005-pause': { up: pause },
  '0006-fleet': { up: fleet },
  '0007-pages': { up: pages },
  '0008-unused': { up: unused },
};
