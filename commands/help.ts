import type { Command, Runnable } from '#model/command.ts';
import { textOption } from '#model/command.ts';
import type { Block, Inline, MessageDocument } from '#model/document.ts';
import { phrases as words } from '#phrases/commands.ts';
import { phrases } from '#phrases/help.ts';

export const help: Command = {
  name: 'help',
  description: words.help.description,
  examples: ['', 'quotes'],
  visibility: 'private',
  who: 'anyone',
  options: [
    {
      name: 'command',
      description: words.help.command,
      type: 'words',
      suggest: async (context, typed) =>
        context.commands.filter(({ name }) => name.startsWith(typed.toLowerCase())).map(({ name }) => ({ name, value: name })),
    },
  ],
  run: async (context, input) => {
    const wanted = textOption(input, 'command')?.replace(/^\//, '').toLowerCase();
    const command = context.commands.find(({ name }) => name === wanted);
    if (command) return inDetail(command);
    return wanted ? unknown(wanted) : overview(context.commands);
  },
};

function unknown(wanted: string): MessageDocument {
  const summary = phrases.noCommand(wanted);
  return {
    summary,
    blocks: [
      { kind: 'paragraph', inlines: [{ kind: 'strong', text: summary }] },
      { kind: 'actions', actions: [{ label: phrases.all, ask: 'help' }] },
    ],
    isRefusal: true,
  };
}

function overview(commands: readonly Command[]): MessageDocument {
  const summary = phrases.whatIDo;
  const line = ({ name, description }: Command): readonly Inline[] => [
    { kind: 'strong', text: `/${name}` },
    { kind: 'text', text: ` – ${description}` },
  ];
  return {
    summary,
    blocks: [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: 'Wirebrief' }] },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: summary }] },
      { kind: 'list', items: commands.map(line) },
      {
        kind: 'paragraph',
        inlines: [{ kind: 'text', text: phrases.orAsk }],
      },
      {
        kind: 'actions',
        actions: commands.flatMap(({ name, examples }) =>
          examples.slice(1, 2).map((example) => ({ label: `/${name} ${example}`, ask: `${name} ${example}` })),
        ),
      },
    ],
  };
}

function inDetail(command: Command): MessageDocument {
  const forms: readonly { readonly prefix: string; readonly runnable: Runnable }[] =
    'subcommands' in command
      ? command.subcommands.map((runnable) => ({ prefix: `/${command.name} ${runnable.name}`, runnable }))
      : [{ prefix: `/${command.name}`, runnable: command }];
  const blocks = forms.flatMap(({ prefix, runnable }): Block[] => [
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'strong', text: prefix },
        { kind: 'text', text: ` – ${runnable.description}` },
      ],
    },
    ...(runnable.options.length
      ? [
          {
            kind: 'list' as const,
            items: runnable.options.map(({ name, description, choices, required }): readonly Inline[] => [
              { kind: 'strong', text: name },
              { kind: 'text', text: phrases.option(description, choices, required) },
            ]),
          },
        ]
      : []),
  ]);
  return {
    summary: `/${command.name}: ${command.description}`,
    blocks: [
      { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: `/${command.name}` }] },
      ...blocks,
      {
        kind: 'actions',
        actions: command.examples.map((example) => ({
          label: `/${command.name} ${example}`.trim(),
          ask: `${command.name} ${example}`.trim(),
        })),
      },
    ],
  };
}
