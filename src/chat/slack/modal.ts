/** A command whose arguments are missing → a modal that asks for them; what was typed there → the ask. */

import type { types } from '@slack/bolt';
import { capital } from '#lib/capital.ts';
import type { CommandOption, Runnable } from '#model/command.ts';
import { phrases } from '#phrases/chat.ts';
import { type Loose, looseOf, textOf } from '../loose.ts';
import { SLACK_LIMITS } from './limits.ts';

export const ARGUMENTS_VIEW = 'arguments';
export const SUGGEST_ACTION = 'suggest';

/** @param token Stands for where the answer goes; it comes back with the submission. */
export function argumentsModal(path: string, runnable: Runnable, token: string): types.ModalView {
  const title = `/${path}`;
  return {
    type: 'modal',
    callback_id: ARGUMENTS_VIEW,
    private_metadata: JSON.stringify({ path, token }),
    title: plain(title.length <= SLACK_LIMITS.modalTitleCharacters ? title : 'Wirebrief', SLACK_LIMITS.modalTitleCharacters),
    submit: plain(phrases.ask, SLACK_LIMITS.modalButtonCharacters),
    close: plain(phrases.cancel, SLACK_LIMITS.modalButtonCharacters),
    blocks: runnable.options.slice(0, SLACK_LIMITS.viewBlocks).map(inputFor),
  };
}

function inputFor(option: CommandOption): types.InputBlock {
  return {
    type: 'input',
    block_id: option.name,
    optional: option.required !== true,
    label: plain(capital(option.name), SLACK_LIMITS.inputLabelCharacters),
    hint: plain(option.description, SLACK_LIMITS.inputLabelCharacters),
    element: elementFor(option),
  };
}

function elementFor(option: CommandOption): types.InputBlockElement {
  const action_id = option.suggest ? `${SUGGEST_ACTION}:${option.name}` : `type:${option.name}`;
  if (option.suggest)
    return {
      type: 'external_select',
      action_id,
      min_query_length: 0,
      placeholder: plain(phrases.typeToSearch, SLACK_LIMITS.placeholderCharacters),
    };
  if (option.type === 'choice' && option.choices?.length) {
    return {
      type: 'static_select',
      action_id,
      options: option.choices.slice(0, SLACK_LIMITS.options).map((choice) => selectOption(choice, choice)),
    };
  }
  return { type: 'plain_text_input', action_id };
}

/** Choices for an external select: what was typed comes first, so that words no suggestion knows can be asked too. */
export function suggestionOptions(
  typed: string,
  found: readonly { readonly name: string; readonly value: string }[],
): readonly types.PlainTextOption[] {
  const own = typed.trim();
  const isFound = found.some(({ value, name }) => value === own || name === own);
  return [...(own && !isFound ? [{ name: own, value: own }] : []), ...found]
    .filter(({ name, value }) => name.trim() && value.length > 0 && value.length <= SLACK_LIMITS.optionValueCharacters)
    .slice(0, SLACK_LIMITS.options)
    .map(({ name, value }) => selectOption(name, value));
}

const selectOption = (name: string, value: string): types.PlainTextOption => ({ text: plain(name, SLACK_LIMITS.optionCharacters), value });

/** The path and token that the modal carried, and what was filled in. */
export function readSubmission(view: Loose): {
  readonly path: string;
  readonly token: string;
  readonly options: Readonly<Record<string, string>>;
} {
  const { path, token } = parseMetadata(view);
  const values = looseOf(looseOf(view.state).values);
  const options: Record<string, string> = {};
  for (const [name, actions] of Object.entries(values)) {
    for (const given of Object.values(looseOf(actions)).map(looseOf)) {
      const value = textOf(given.value) || textOf(looseOf(given.selected_option).value);
      if (value.trim()) options[name] = value.trim();
    }
  }
  return { path, token, options };
}

export function parseMetadata(view: Loose): { readonly path: string; readonly token: string } {
  try {
    const { path, token } = looseOf(JSON.parse(textOf(view.private_metadata)));
    return { path: textOf(path), token: textOf(token) };
  } catch {
    return { path: '', token: '' };
  }
}

function plain(text: string, maxCharacters: number): types.PlainTextElement {
  const short = text.length <= maxCharacters ? text : `${text.slice(0, maxCharacters - 1).toWellFormed()}…`;
  return { type: 'plain_text', text: short, emoji: false };
}
