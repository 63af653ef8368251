/** The command line: start (default), every slash command, ingest, check, and the JSON Lines protocols. Each part is loaded when it is used. */
import { enableCompileCache } from 'node:module';
import type { Role } from '#model/config.ts';

enableCompileCache();

const { Command, Option } = await import('commander');
const { commands } = await import('#commands/index.ts');
const { Failure } = await import('#model/failure.ts');

const program = new Command('wirebrief')
  .description('News briefings with quotes and figures, each line with its source.')
  .version('0.1.0')
  .helpCommand(false)
  .showHelpAfterError('Run with --help for the commands and examples.')
  .addHelpText(
    'after',
    `
Examples:
  npm start                                              read the feeds, print the briefing, serve the page
  node src/main.ts brief putin-xi detail:full            a briefing here in the terminal
  node src/main.ts quotes putin about ukraine since 7d   who said what, word for word
  node src/main.ts what did putin say about ukraine      a question in plain words
  node src/main.ts ingest https://example.org/feed.xml   read a feed now and keep it
  node src/main.ts check                                 what is wrong, and how to mend it

Exit code: 0 when it was done or answered, also where there is nothing to show; 1 when it was not.`,
  );

program
  .command('start', { isDefault: true })
  .description('read the feeds, print the briefing, serve the page and stay')
  .argument('[words...]', 'none; a question in plain words is answered instead')
  .addHelpText('after', '\nExamples:\n  npm start\n  PORT=8080 node src/main.ts start\n  node src/main.ts start --role worker')
  .addOption(
    new Option('--role <role>', 'what this process of a fleet does; needs DATABASE_URL')
      .choices(['all', 'chat', 'worker', 'web'])
      .default('all'),
  )
  .action(async (words: string[], { role }: { role: Role }) => {
    if (words.length) return run(async () => (await import('#cli/ask.ts')).answerWords(words));
    return run(async () => (await import('#cli/start.ts')).start(role));
  });

for (const command of commands) {
  const examples = command.examples.map((example) => `  node src/main.ts ${command.name} ${example}`.trimEnd()).join('\n');
  program
    .command(command.name)
    .description(command.description)
    .argument('[words...]', 'words and options as in chat: words since:7d')
    .allowUnknownOption()
    .addHelpText('after', `${optionHelp(command)}\nExamples:\n${examples}`)
    .action((words: string[]) =>
      run(async () => (await import('#cli/ask.ts')).answerInTerminal([command.name, ...words.map(quoteWhereNeeded)].join(' '))),
    );
}

program
  .command('ingest')
  .description('read feeds now and keep them: addresses or files')
  .argument('<feeds...>', 'addresses (https://…) or paths of feed files')
  .addHelpText(
    'after',
    '\nExamples:\n  node src/main.ts ingest https://example.org/feed.xml\n  node src/main.ts ingest ./feed.xml ./other.xml',
  )
  .action((feeds: string[]) => run(async () => (await import('#cli/ingest.ts')).ingest(feeds)));

program
  .command('check')
  .description('check configuration, database, feeds and tokens; say what is wrong and how to mend it')
  .option('--offline', 'do not ask the feeds')
  .addHelpText(
    'after',
    '\nExit code: 0 when all is well, 1 when something needs mending.\n\nExamples:\n  node src/main.ts check\n  node src/main.ts check --offline',
  )
  .action((options: { offline?: boolean }) =>
    run(async () => (await import('#cli/check.ts')).check({ offline: options.offline ?? false })),
  );

program
  .command('forget')
  .description('erase an article, a speaker or a tenant from store, indexes and caches; list the posts that show it')
  .argument('<kind>', 'article, speaker or tenant')
  .argument('<what...>', 'the address of the article, the whole name, or the tenant (slack:T0123)')
  .option('--dry-run', 'say what would go, and change nothing')
  .option('--one-word', 'a name of one word is meant: every article with it goes')
  .addHelpText(
    'after',
    '\nExamples:\n  node src/main.ts forget speaker "Ada Pell"\n  node src/main.ts forget article https://example.org/story --dry-run',
  )
  .action((kind: string, what: string[], options: { dryRun?: boolean; oneWord?: boolean }) =>
    run(async () => (await import('#cli/forget.ts')).forget(kind, what.join(' '), options)),
  );

program
  .command('backup')
  .description('write a consistent copy of the database, also while the bot runs')
  .argument('<file>', 'where to; it must not exist yet')
  .addHelpText('after', '\nExample:\n  node src/main.ts backup "backup-$(date +%F).db"')
  .action((file: string) => run(async () => (await import('#cli/backup.ts')).backup(file)));

program
  .command('migrate-store')
  .description('copy the embedded database into the empty PostgreSQL that DATABASE_URL names')
  .addHelpText(
    'after',
    '\nStop the bot first. Counts and checksums of every table are compared before anything counts as done.\n\nExample:\n  DATABASE_URL=postgres://bot@db.example/wirebrief node src/main.ts migrate-store',
  )
  .action(() => run(async () => (await import('#cli/migrate-store.ts')).migrateStoreCommand()));

program
  .command('export')
  .description('write what is stored as JSON Lines or CSV, also while the bot runs')
  .argument('<what>', 'articles, quotes or figures')
  .option('--format <format>', 'jsonl or csv', 'jsonl')
  .option('--since <time>', 'published since then: 2026-11-23, 7d, monday')
  .option('--out <file>', 'where to; it must not exist yet (default: standard output)')
  .addHelpText(
    'after',
    '\nExamples:\n  node src/main.ts export quotes > quotes.jsonl\n  node src/main.ts export figures --format csv --since 30d --out figures.csv',
  )
  .action((what: string, options: { format?: string; since?: string; out?: string }) =>
    run(async () => (await import('#cli/export.ts')).exportFacts(what, options)),
  );

program
  .command('prune')
  .description('remove articles older than so many days, with all that was found in them')
  .argument('<days>', 'for example 365')
  .addHelpText(
    'after',
    '\nThe running bot does it where there is one. What a feed still carries comes back with its next poll.\n\nExample:\n  node src/main.ts prune 365',
  )
  .action((days: string) => run(async () => (await import('#cli/prune.ts')).pruneStore(days)));

program
  .command('manifest')
  .description('write the manifest of the Slack app, from the commands and the configuration')
  .argument('[file]', 'where to; "-" prints it', undefined)
  .addHelpText(
    'after',
    '\nWithout a file: config/slack-manifest.json. In HTTP mode WIREBRIEF_PUBLIC_URL names the address.\n\nExamples:\n  node src/main.ts manifest\n  node src/main.ts manifest - | less',
  )
  .action((file: string | undefined) => run(async () => (await import('#cli/manifest.ts')).writeManifest(file)));

const protocol = (name: 'extract' | 'readable' | 'parse-feed' | 'verify', description: string, example: string) =>
  program
    .command(name)
    .description(description)
    .addOption(new Option('--jsonl', 'one JSON object a line from standard input, one answer a line').makeOptionMandatory())
    .addHelpText('after', `\nExample:\n  ${example}`)
    .action(() => run(async () => (await import('#cli/protocols.ts')).serveProtocol(name)));

protocol(
  'extract',
  'quotes, figures and a summary of texts',
  `echo '{"id":"1","text":"“We are ready,” Ada Pell said."}' | node src/main.ts extract --jsonl`,
);
protocol(
  'readable',
  'the article in a web page',
  `echo '{"id":"1","url":"https://example.org/","html":"<p>…</p>"}' | node src/main.ts readable --jsonl`,
);
protocol(
  'parse-feed',
  'the articles of a feed',
  `echo '{"id":"1","url":"https://example.org/feed","base64":"…"}' | node src/main.ts parse-feed --jsonl`,
);

protocol(
  'verify',
  'whether a text backs the figures, names, dates and quotations of a claim',
  `echo '{"id":"1","text":"40 ships left on Monday.","claim":"Forty ships left."}' | node src/main.ts verify --jsonl`,
);

// Whoever reads what is printed may have seen enough: `… | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await program.parseAsync();

/** Runs one command; a Failure is printed as its message and hint, anything else with its stack, since it is a fault of ours. */
async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`${error.message}\n${error.hint ? `${error.hint}\n` : ''}`);
    process.exitCode = error.exitCode;
  }
}

/** The shell took the quotes off; words that it kept together stay together. */
function quoteWhereNeeded(word: string): string {
  if (!/\s/.test(word)) return word;
  const [, dashed, named, value = word] = /^(?:--([a-z]+)=|([a-z]+):)(.*)$/s.exec(word) ?? [];
  const name = dashed ?? named;
  return `${name === undefined ? '' : `${name}:`}"${value.replaceAll('"', '')}"`;
}

function optionHelp(command: (typeof commands)[number]): string {
  const runnables = 'subcommands' in command ? command.subcommands : [command];
  return runnables
    .map((runnable) => {
      const lines = runnable.options.map(
        ({ name, description, choices }) => `  ${`${name}:`.padEnd(12)} ${description}${choices ? ` (${choices.join(', ')})` : ''}`,
      );
      const title = runnable === command ? 'Words:' : `${command.name} ${runnable.name}: ${runnable.description}`;
      return lines.length ? `\n${title}\n${lines.join('\n')}\n` : '';
    })
    .join('');
}
