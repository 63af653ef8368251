/** What Discord refuses in a message, as its documentation has it; written apart from src so that both cannot err alike. */

type Loose = Record<string, unknown>;

const list = (value: unknown): readonly Loose[] => (Array.isArray(value) ? (value as Loose[]) : []);
const size = (value: unknown): number => (typeof value === 'string' ? [...value].length : 0);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Null: Discord takes it. Else the path and the reason, as error 50035 names them. */
export function refuseMessage(body: Loose, surface: 'message' | 'webhook' = 'message'): string | null {
  if (size(body.content) > 2_000) return `content: ${size(body.content)} characters`;
  const embeds = list(body.embeds);
  const rows = list(body.components);
  if (!text(body.content).trim() && embeds.length === 0 && rows.length === 0) return 'empty';
  if (embeds.length > 10) return `embeds: ${embeds.length}`;
  let all = 0;
  for (const [index, embed] of embeds.entries()) {
    const wrong = refuseEmbed(embed);
    if (wrong) return `embeds[${index}].${wrong}`;
    all += embedSize(embed);
  }
  if (all > 6_000) return `embeds: ${all} characters in all`;
  if (rows.length > 5) return `components: ${rows.length} rows`;
  const ids = new Set<unknown>();
  for (const [index, row] of rows.entries()) {
    const wrong = refuseRow(row, ids);
    if (wrong) return `components[${index}].${wrong}`;
  }
  if (surface === 'message' && body.nonce !== undefined && size(body.nonce) > 25) return 'nonce: over 25 characters';
  return null;
}

function refuseEmbed(embed: Loose): string | null {
  if (size(embed.title) > 256) return 'title';
  if (size(embed.description) > 4_096) return 'description';
  if (embed.description !== undefined && !text(embed.description).trim()) return 'description: empty';
  if (embed.color !== undefined && !(Number.isInteger(embed.color) && Number(embed.color) >= 0 && Number(embed.color) <= 0xffffff))
    return 'color';
  const footer = embed.footer as Loose | undefined;
  if (footer && (size(footer.text) > 2_048 || !text(footer.text).trim())) return 'footer.text';
  if (list(embed.fields).length > 25) return 'fields';
  for (const field of list(embed.fields)) {
    if (!text(field.name).trim() || size(field.name) > 256) return 'fields.name';
    if (!text(field.value).trim() || size(field.value) > 1_024) return 'fields.value';
  }
  return null;
}

function embedSize(embed: Loose): number {
  const fields = list(embed.fields).reduce((sum, field) => sum + size(field.name) + size(field.value), 0);
  return size(embed.title) + size(embed.description) + size((embed.footer as Loose)?.text) + size((embed.author as Loose)?.name) + fields;
}

function refuseRow(row: Loose, ids: Set<unknown>): string | null {
  const buttons = list(row.components);
  if (row.type !== 1) return 'type';
  if (buttons.length < 1 || buttons.length > 5) return `components: ${buttons.length}`;
  for (const button of buttons) {
    if (button.type !== 2) return 'components.type';
    if (typeof button.style !== 'number' || button.style < 1 || button.style > 4) return 'style';
    if (!text(button.label).trim() || size(button.label) > 80) return 'label';
    if (!text(button.custom_id) || size(button.custom_id) > 100) return `custom_id: ${size(button.custom_id)} characters`;
    if (ids.has(button.custom_id)) return 'custom_id: cannot be duplicated';
    ids.add(button.custom_id);
  }
  return null;
}

/** Answers to autocomplete. */
export function refuseChoices(choices: unknown): string | null {
  if (!Array.isArray(choices) || choices.length > 25) return 'choices';
  for (const { name, value } of list(choices)) {
    if (!text(name).trim() || size(name) > 100) return 'choices.name';
    if (typeof value !== 'string' || size(value) > 100) return 'choices.value';
  }
  return null;
}

/** Command definitions. */
export function refuseCommands(commands: unknown): string | null {
  if (!Array.isArray(commands) || commands.length > 100) return 'commands';
  const names = new Set<unknown>();
  for (const command of list(commands)) {
    if (names.has(command.name)) return `${command.name}: twice`;
    names.add(command.name);
    const wrong = refuseOption(command, 0);
    if (wrong) return `${command.name}: ${wrong}`;
    if (weight(command) > 8_000) return `${command.name}: over 8000 characters`;
  }
  return null;
}

function refuseOption(option: Loose, depth: number): string | null {
  if (!/^[-_'\p{L}\p{N}]{1,32}$/u.test(text(option.name)) || text(option.name) !== text(option.name).toLowerCase()) return 'name';
  if (size(option.description) < 1 || size(option.description) > 100) return 'description';
  const options = list(option.options);
  if (options.length > 25) return 'options';
  if (list(option.choices).length > 25) return 'choices';
  if (list(option.choices).length > 0 && option.autocomplete === true) return 'choices and autocomplete';
  const isSubcommand = (type: unknown): boolean => type === 1 || type === 2;
  if (options.some(({ type }) => isSubcommand(type)) && !options.every(({ type }) => isSubcommand(type)))
    return 'subcommands beside options';
  if (depth > 0 && option.type === undefined) return 'type';
  const firstOptional = options.findIndex(({ type, required }) => !isSubcommand(type) && required !== true);
  if (firstOptional !== -1 && options.slice(firstOptional).some(({ required }) => required === true)) return 'required after optional';
  if (new Set(options.map(({ name }) => name)).size !== options.length) return 'an option twice';
  return options.map((inner) => refuseOption(inner, depth + 1)).find(Boolean) ?? null;
}

function weight(option: Loose): number {
  const choices = list(option.choices).reduce((sum, { name, value }) => sum + size(name) + size(value), 0);
  return size(option.name) + size(option.description) + choices + list(option.options).reduce((sum, inner) => sum + weight(inner), 0);
}
