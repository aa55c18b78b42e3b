/** Making elements: text stays text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/** A button that says and does one thing. */
export function button(text: string, attributes: Record<string, string>, click: () => void): HTMLButtonElement {
  const node = make('button', { type: 'button', ...attributes }, text);
  node.addEventListener('click', click);
  return node;
}

/** A bar that says in words, too, how much is done. */
export function progress(done: [number, number], of: string): HTMLElement {
  const bar = make('progress', { value: String(done[0]), max: String(done[1]), 'aria-label': of });
  return make('span', { class: 'course-done' }, bar, ` ${done[0]} of ${done[1]}`);
}

/** Call `act` at what somebody does anywhere in the window: a key, a press, the wheel. Aborting the result ends it. */
export function onActs(act: (event: Event) => void): AbortController {
  const acts = new AbortController();
  for (const kind of ['keydown', 'pointerdown', 'wheel']) {
    window.addEventListener(kind, act, { capture: true, passive: true, signal: acts.signal });
  }
  return acts;
}

type Box = HTMLTextAreaElement | HTMLInputElement | HTMLSelectElement;

const TRIES = 40;

/**
 * New controls stand in the place of old ones that nobody listened to for a while: they get the focus and, where `typed`
 * says so, what was typed into the old ones. What was typed goes along only where the boxes are the same ones: as many,
 * each with the same name, each list with the same choice. `within` says which part of both is meant.
 */
export async function takeOver(before: HTMLElement, now: HTMLElement, within: string, typed: boolean): Promise<void> {
  const boxes = (node: HTMLElement): Box[] => [...node.querySelectorAll<Box>(`${within} :is(textarea, input, select)`)];
  const buttons = (node: HTMLElement): HTMLElement[] => [...node.querySelectorAll<HTMLElement>(`${within} button`)];
  const old = boxes(before);
  for (let tries = 0; tries < TRIES && boxes(now).length < old.length; tries++) {
    await new Promise(resolve => setTimeout(resolve, 50)); // boxes come a moment after what holds them
  }
  const mine = boxes(now);
  const same = old.length === mine.length && old.every((box, n) => nameOf(box) === nameOf(mine[n]));
  old.forEach((box, n) => {
    const its = mine[n];
    if (typed && same && isText(box) && isText(its) && its.value !== box.value) {
      its.value = box.value;
      its.dispatchEvent(new Event('input', { bubbles: true }));
    }
  });
  focusAlike(old, mine);
  focusAlike(buttons(before), buttons(now));
}

/** If one of these has the focus, the one in its place gets it, with the caret where it was. */
function focusAlike(old: HTMLElement[], now: HTMLElement[]): void {
  const place = old.findIndex(one => one === document.activeElement);
  const [from, to] = [old[place], now[place]];
  to?.focus({ preventScroll: true });
  if (isText(from) && isText(to)) {
    to.setSelectionRange(from.selectionStart, from.selectionEnd);
  }
}

/** What a control is called; of a list, what is chosen as well, since other boxes may go with another choice. */
function nameOf(box: Box | undefined): string {
  const label = box?.closest('.widget-inline-hbox')?.querySelector('label')?.textContent ?? '';
  return box instanceof HTMLSelectElement ? `${label}: ${box.selectedOptions[0]?.textContent ?? ''}` : label;
}

function isText(node: Element | undefined): node is HTMLTextAreaElement | HTMLInputElement {
  return node?.matches('textarea, input[type=text]') ?? false;
}
