import { GROUP_SEPARATOR, type KeyStroke } from './key-stroke';

/** Fields of several parts, which no script can type into; strokes in them cannot be held back. */
const PARTED_FIELDS =
  'select, input[type=date], input[type=time], input[type=datetime-local], input[type=month], input[type=week]';

const PRESSED_BY_SPACE =
  'button, summary, input[type=button], input[type=submit], input[type=reset], input[type=checkbox], input[type=radio]';

const TYPED_INTO =
  'input:not([type=button], [type=submit], [type=reset], [type=checkbox], [type=radio], [type=range], [type=file], [type=color]), textarea, [contenteditable]';

const TAKES_A_CODE =
  ':is(input:not([type]), input[type=text], input[type=search], textarea):not([inputmode=numeric], [inputmode=decimal])';

/** Whether strokes held back from the focused element can be replayed into it later. */
export function canReplayInto(element: Element | null): boolean {
  return !element?.matches(PARTED_FIELDS);
}

/**
 * Replays strokes that were held back into the currently focused element, as if they were typed now: listeners
 * receive a keydown, and unless one of them prevents it, the character is inserted at the caret, or Space
 * presses the button.
 */
export function replayStrokes(strokes: readonly KeyStroke[]): void {
  for (const stroke of strokes) {
    if (stroke.key !== GROUP_SEPARATOR) {
      replayStroke(stroke);
    }
  }
}

/**
 * Inserts a scan that has no receiver into the focused text field, without its Enter, as if pasted. Numeric
 * fields are left alone: a scan never becomes a quantity.
 */
export function insertScan(text: string): void {
  if (document.activeElement?.matches(TAKES_A_CODE)) {
    insertText(text);
  }
}

function replayStroke(stroke: KeyStroke): void {
  const element = document.activeElement ?? document.body;
  const { key, code, ctrlKey, altKey, metaKey, shiftKey, altGraph } = stroke;
  const goesOn = element.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey,
      altKey,
      metaKey,
      shiftKey,
      modifierAltGraph: altGraph,
      bubbles: true,
      cancelable: true,
      composed: true,
    }),
  );
  if (!goesOn) {
    return;
  }
  if (key === ' ' && element instanceof HTMLElement && element.matches(PRESSED_BY_SPACE)) {
    element.click();
  } else if (document.activeElement?.matches(TYPED_INTO)) {
    // Checks the current focus, because a listener may have moved it. Outside a text field the command would
    // insert into the field that had the focus last.
    insertText(key);
  }
}

/**
 * `execCommand` is deprecated but has no successor: only it inserts at the caret of the focused field as typing
 * does, with undo, maxlength and the input event that React listens to.
 */
function insertText(text: string): void {
  document.execCommand('insertText', false, text);
}
