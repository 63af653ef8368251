// `npm start`: says what to do where Node is too old, turns the compile cache on, so that not even main.ts is stripped of its types at each start, and hands over to it.
// Plain JavaScript, so that any Node can run it.
import * as modules from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Wirebrief needs Node 24.15 or newer and found ${process.versions.node}.\n` +
      'Usually `npm ci` brings its own; run `npm rebuild node` to repair that, or install Node 24 from https://nodejs.org.',
  );
  process.exit(1);
}
modules.enableCompileCache();
await import('./main.ts');
