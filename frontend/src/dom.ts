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
