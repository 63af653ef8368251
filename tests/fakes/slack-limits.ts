/** What Slack refuses in the blocks of a message or view, as its documentation has it; written apart from src so that both cannot err alike. */

type Block = { readonly type?: unknown; readonly [key: string]: unknown };
type Refusal = { readonly error: string; readonly detail: string };

const text = (value: unknown): string => (typeof (value as { text?: unknown })?.text === 'string' ? (value as { text: string }).text : '');
const list = (value: unknown): readonly Block[] => (Array.isArray(value) ? value : []);

/** Null: Slack takes them. */
export function refuseBlocks(blocks: unknown, surface: 'message' | 'view' = 'message'): Refusal | null {
  if (!Array.isArray(blocks)) return { error: 'invalid_blocks_format', detail: 'not an array' };
  const maxBlocks = surface === 'message' ? 50 : 100;
  if (blocks.length > maxBlocks) return { error: 'invalid_blocks', detail: `no more than ${maxBlocks} items allowed` };
  if (surface === 'message' && JSON.stringify(blocks).length > 13_200)
    return { error: 'msg_blocks_too_long', detail: `${JSON.stringify(blocks).length}` };
  const ids = new Set<string>();
  for (const [index, block] of (blocks as Block[]).entries()) {
    const detail = refuseBlock(block) ?? duplicateId(block, ids);
    if (detail) return { error: 'invalid_blocks', detail: `/blocks/${index}: ${detail}` };
  }
  return null;
}

function duplicateId(block: Block, ids: Set<string>): string | null {
  if (typeof block.block_id !== 'string') return null;
  if (block.block_id.length > 255) return 'block_id over 255';
  if (ids.has(block.block_id)) return `block_id ${block.block_id} twice`;
  ids.add(block.block_id);
  return null;
}

function refuseBlock(block: Block): string | null {
  switch (block.type) {
    case 'section':
      return refuseText(block.text, 1, 3_000) ?? (block.accessory ? refuseElement(block.accessory as Block) : null);
    case 'header':
      return (block.text as Block)?.type === 'plain_text' ? refuseText(block.text, 1, 150) : 'header must be plain_text';
    case 'context': {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 10) return `${elements.length} context elements`;
      return elements.map((element) => refuseText(element, 1, 3_000)).find(Boolean) ?? null;
    }
    case 'actions': {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 25) return `${elements.length} action elements`;
      const ids = elements.map(({ action_id }) => action_id);
      if (new Set(ids).size !== ids.length) return 'action_id twice in a block';
      return elements.map(refuseElement).find(Boolean) ?? null;
    }
    case 'input':
      return refuseText(block.label, 1, 2_000) ?? refuseElement(block.element as Block);
    case 'divider':
      return null;
    default:
      return `unknown block type ${String(block.type)}`;
  }
}

function refuseText(value: unknown, min: number, max: number): string | null {
  const type = (value as Block)?.type;
  if (type !== 'mrkdwn' && type !== 'plain_text') return 'no text object';
  const { length } = text(value);
  return length < min || length > max ? `text of ${length} characters` : null;
}

function refuseElement(element: Block): string | null {
  if (typeof element?.action_id !== 'string' || element.action_id.length > 255) return 'action_id';
  switch (element.type) {
    case 'button':
      if (typeof element.value === 'string' && element.value.length > 2_000) return 'button value over 2000';
      return (element.text as Block)?.type === 'plain_text' ? refuseText(element.text, 1, 75) : 'button text must be plain_text';
    case 'plain_text_input':
      return element.placeholder ? refuseText(element.placeholder, 1, 150) : null;
    case 'external_select':
      return element.placeholder ? refuseText(element.placeholder, 1, 150) : null;
    case 'static_select':
      return refuseOptions(element.options) ?? (element.placeholder ? refuseText(element.placeholder, 1, 150) : null);
    default:
      return `unknown element ${String(element.type)}`;
  }
}

/** Options of a select, or the answer to a request for them. */
export function refuseOptions(options: unknown): string | null {
  const all = list(options);
  if (!Array.isArray(options) || all.length > 100) return 'options';
  for (const option of all) {
    const wrong = refuseText(option.text, 1, 75);
    if (wrong) return wrong;
    if (typeof option.value !== 'string' || option.value.length < 1 || option.value.length > 150) return 'option value';
  }
  return null;
}

/** A modal or App Home. */
export function refuseView(view: Block): string | null {
  if (view.type !== 'modal' && view.type !== 'home') return `view type ${String(view.type)}`;
  if (view.type === 'modal' && refuseText(view.title, 1, 24)) return 'title';
  if (view.submit && refuseText(view.submit, 1, 24)) return 'submit';
  if (typeof view.private_metadata === 'string' && view.private_metadata.length > 3_000) return 'private_metadata';
  const hasInput = list(view.blocks).some(({ type }) => type === 'input');
  if (view.type === 'modal' && hasInput && !view.submit) return 'a modal with inputs needs submit';
  return refuseBlocks(view.blocks, 'view')?.detail ?? null;
}
