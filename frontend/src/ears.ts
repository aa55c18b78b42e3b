/**
 * A page of the course for who listens to it, and for who has no mouse.
 *
 * What a practice says anew (a judgement, a hint, a buyer's line) comes from the kernel as a new element each time. A screen
 * reader hears only what changes in an element that was there before; so there is one for the page, which says what has
 * come where the focus is, once it has settled. And choices are groups with a name, one stop of the Tab key each.
 */
import { make, onActs } from './dom';

const SETTLES = 700; // ms
const COMES = 30_000; // ms at most for a round to come from a kernel that is very busy; any act of the learner ends the wait
const CAME = 100; // ms without a change: it is there
const UNDER_HEADER = 100; // px
/** Keys that leave one where one is: letters, which are meant for the box that is about to come, and keys held with others. */
const GOES_NOWHERE = /^(\S|Shift|Control|Alt|Meta)$/u;
const SAYS = '[role=status], [role=log]';

/** Have a page say what changes on it. */
export function listen(page: HTMLElement): void {
  const voice = make('div', { class: 'sb-unseen', role: 'status', 'aria-live': 'polite' });
  page.append(voice);
  const heard = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    const texts = [...heard].filter(one => one.isConnected).map(wordsOf);
    heard.clear();
    const text = [...new Set(texts)].join('\n');
    const again = text === voice.innerText.trim();
    if (text && !(again && document.activeElement?.matches('textarea, input'))) {
      voice.textContent = again ? `${text}\u00a0` : text; // what is asked for twice is said twice
    }
  };
  const watch = new MutationObserver(changes => {
    for (const { target, addedNodes } of changes) {
      const area = target instanceof Element ? target.closest('.sb-live-area') : null;
      for (const one of area ? addedNodes : []) {
        if (!(one instanceof HTMLElement)) {
          continue;
        }
        nameChoices(one);
        for (const told of [...(one.matches(SAYS) ? [one] : []), ...one.querySelectorAll(SAYS)]) {
          told.setAttribute('aria-live', 'off');
          if (area?.contains(document.activeElement)) {
            if (told.matches('[role=log]')) {
              document.activeElement?.scrollIntoView({ block: 'nearest' }); // a talk has grown: one types the next line below
            }
            heard.add(told);
            clearTimeout(timer);
            timer = setTimeout(say, SETTLES);
          }
        }
      }
    }
  });
  watch.observe(page, { childList: true, subtree: true });
}

/** After "Next": the round that came is in view, its first control has the focus; unless one has gone elsewhere meanwhile. */
export async function toNextRound(practice: HTMLElement): Promise<void> {
  const before = document.activeElement;
  const acts = onActs(event => {
    if (!(event instanceof KeyboardEvent && GOES_NOWHERE.test(event.key))) {
      acts.abort();
    }
  });
  await settled(practice);
  const gone = acts.signal.aborted || ![before, document.body].includes(document.activeElement);
  acts.abort();
  if (gone) {
    return;
  }
  const first = [...practice.querySelectorAll<HTMLElement>(':is(textarea, input, select)')].find(one => one.checkVisibility());
  if (practice.getBoundingClientRect().top < UNDER_HEADER) {
    practice.scrollIntoView({ block: 'start' });
  }
  first?.focus();
}

/** Resolves when something has changed in there, and nothing more for a moment. */
function settled(node: HTMLElement): Promise<void> {
  return new Promise(resolve => {
    let timer = setTimeout(done, COMES);
    const watch = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, CAME);
    });
    watch.observe(node, { childList: true, subtree: true, characterData: true });
    function done(): void {
      watch.disconnect();
      resolve();
    }
  });
}

/** Of a talk, what was said last; of anything else, all of it. */
function wordsOf(told: Element): string {
  const last = told.matches('[role=log]') ? told.lastElementChild : told;
  return last instanceof HTMLElement ? last.innerText.trim() : '';
}

/** Radio buttons of one question: a group with its name, one stop of the Tab key, arrows within. */
function nameChoices(node: HTMLElement): void {
  for (const box of node.querySelectorAll<HTMLElement>('.widget-radio-box')) {
    const label = box.parentElement?.querySelector('label.widget-label');
    const name = `choice-${Math.random().toString(36).slice(2)}`;
    box.setAttribute('role', 'radiogroup');
    box.setAttribute('aria-label', label?.textContent ?? '');
    box.querySelectorAll('input').forEach(one => {
      one.name ||= name;
    });
  }
}
