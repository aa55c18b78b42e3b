/** Lines to be put in order, dragged with the mouse, a pen or a finger. It presses the rows' own buttons, as a keyboard does. */
import { make } from './dom';

/** Take drags in every ordering under this node. With a finger a line is held by its grip; elsewhere the page scrolls. */
export function takeDrags(node: HTMLElement): void {
  node.addEventListener('pointerdown', event => {
    const target = event.target instanceof Element ? event.target : null;
    const row = target?.closest<HTMLElement>('.sb-order-row');
    const held = event.pointerType === 'mouse' ? !target?.closest('button') : target?.closest('.sb-grip');
    if (row && held && event.button === 0) {
      event.preventDefault(); // else the words would be marked
      drag(row, event);
    }
  });
}

function drag(row: HTMLElement, start: PointerEvent): void {
  const rows = [...(row.closest('.sb-control')?.querySelectorAll<HTMLElement>('.sb-order-row') ?? [])];
  const from = rows.indexOf(row);
  const centres = rows.map(one => one.getBoundingClientRect().top + one.offsetHeight / 2);
  const scrolled = (): number => row.closest('.jp-WindowedPanel-outer')?.scrollTop ?? 0;
  const [top, done] = [scrolled(), new AbortController()];
  const mark = make('div', { class: 'sb-drop-mark' });
  let to = from;

  const moved = (event: PointerEvent): void => {
    const now = event.clientY + scrolled() - top;
    to = centres.filter((centre, n) => n !== from && centre < now).length;
    row.style.transform = `translateY(${now - start.clientY}px)`;
    row.classList.add('sb-dragged');
    const place = rows[to];
    if (place && to !== from) {
      place[to > from ? 'after' : 'before'](mark);
    } else {
      mark.remove();
    }
  };
  const dropped = (event: Event): void => {
    done.abort();
    mark.remove();
    row.classList.remove('sb-dragged');
    row.style.transform = '';
    if (event.type === 'pointerup') {
      void give(rows, from, to);
    }
  };
  const given = { signal: done.signal };
  window.addEventListener('pointermove', moved, given);
  window.addEventListener('pointerup', dropped, given);
  window.addEventListener('pointercancel', dropped, given);
  window.addEventListener(
    'keydown',
    event => {
      if (event.key === 'Escape') {
        dropped(event);
      }
    },
    { ...given, capture: true }
  );
}

/** Move a line from place to place, a step at a time: the kernel may hear two presses in any order. */
async function give(rows: HTMLElement[], from: number, to: number): Promise<void> {
  const step = Math.sign(to - from);
  const words = (place: number): string | undefined => rows[place]?.querySelector('.widget-html span')?.textContent;
  const line = words(from);
  for (let place = from; place !== to; place += step) {
    rows[place]?.querySelectorAll('button')[step < 0 ? 0 : 1]?.click();
    for (let tries = 0; tries < 100 && said(words(place + step)) !== said(line); tries++) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

/** A line without its number. */
function said(line: string | undefined): string {
  return line?.replace(/^\d+\.\s*/, '') ?? '';
}
