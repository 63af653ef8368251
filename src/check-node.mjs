// Says what to do where no Node that runs TypeScript could be found; plain JavaScript, so that any Node can run it.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `Wirebrief needs Node 24.15 or newer and found ${process.versions.node}.\n` +
      'Usually `npm ci` brings its own; run `npm rebuild node` to repair that, or install Node 24 from https://nodejs.org.',
  );
  process.exit(1);
}
