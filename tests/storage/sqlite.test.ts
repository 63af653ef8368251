import { describeStorage } from '../contract/storage.ts';
import { openTemporary } from './engine.ts';

describeStorage('node:sqlite', () => openTemporary());
