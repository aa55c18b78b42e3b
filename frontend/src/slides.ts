/** A lesson as slides: its own page, one heading at a time, over the whole window. The arrow keys turn them. */
import type { Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { button, make } from './dom';
import { readIn, scrollerOf } from './place';

/** Keys that turn, as a keyboard and a presenter's remote control send them. */
const TURNS: Record<string, 1 | -1> = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
/** Keys that roll a long slide, by so much of the window. */
const ROLLS: Record<string, number> = { ArrowDown: 0.1, ArrowUp: -0.1, ' ': 0.8 };
/** What has a use of its own for these keys, once it has the focus. */
const TAKES_KEYS =
  'textarea, select, input:not([type=button], [type=checkbox], [type=submit]), .cm-editor, [contenteditable=true], ' +
  '[role=slider], [role=listbox], [role=menu], [role=tablist], [role=dialog]';
/** What Enter and the space bar press. */
const IS_PRESSED = 'button, a[href], summary, input, [role=button]';

/** The slides of a page: cells that stand under one heading (`slideshow` in a cell's metadata, which the build writes). */
export function slidesOf(panel: NotebookPanel): Cell[][] {
  const found: Cell[][] = [];
  for (const cell of panel.content.widgets) {
    const kind = cell.model.getMetadata('slideshow') as { slide_type?: string } | undefined;
    if (kind?.slide_type === 'slide' || found.length === 0) {
      found.push([]);
    }
    found.at(-1)?.push(cell);
  }
  return found;
}

/** Show a page as slides, from where one is in it; when they end, the page stands where they were. */
export class Slides {
  constructor(
    private readonly _panel: NotebookPanel,
    private readonly _ended: () => void
  ) {
    this._slides = slidesOf(_panel);
    this._scroller = scrollerOf(_panel);
    const reading = readIn(this._scroller, _panel.content.widgets);
    this._now = Math.max(
      0,
      this._slides.findIndex(slide => reading && slide.includes(reading))
    );
    const here = this._place();
    const back = button('←', { class: 'sb-quiet', 'aria-label': 'Slide before' }, () => {
      this.turn(-1);
    });
    const on = button('→', { class: 'sb-quiet', 'aria-label': 'Next slide' }, () => {
      this.turn(1);
    });
    const end = button('End the slides', { class: 'sb-quiet' }, () => {
      this.end();
    });
    this._bar.append(back, this._said, on, end);
    _panel.node.append(this._bar);
    _panel.addClass('sb-slides');
    window.addEventListener('keydown', this._pressed, true);
    _panel.disposed.connect(this.end, this);
    this._show();
    bringIntoView(here, this._scroller);
  }

  /** Go on by one slide, or back; at either end nothing happens. */
  turn(by: 1 | -1): void {
    if (this._slides[this._now + by]) {
      this._now += by;
      this._show();
      this._scroller.scrollTop = 0;
    }
    this._rest();
  }

  /** Be a page again. */
  end(): void {
    if (this._over) {
      return;
    }
    this._over = true;
    window.removeEventListener('keydown', this._pressed, true);
    this._bar.remove();
    if (this._panel.isDisposed) {
      return;
    }
    const here = this._place();
    this._panel.removeClass('sb-slides');
    this._panel.content.widgets.forEach(cell => {
      cell.removeClass('sb-off-slide');
    });
    this._slides[this._now]?.[0]?.node.scrollIntoView({ block: 'start' });
    bringIntoView(here, this._scroller);
    this._ended();
  }

  private _show(): void {
    const slide = this._slides[this._now] ?? [];
    this._panel.content.widgets.forEach(cell => {
      cell.toggleClass('sb-off-slide', !slide.includes(cell));
    });
    this._said.textContent = `${this._now + 1} of ${this._slides.length}`;
    this._rest();
  }

  /** Nothing has the focus, so that the keys turn slides. */
  private _rest(): void {
    this._scroller.tabIndex = -1;
    this._scroller.focus({ preventScroll: true });
  }

  /** Where one is in the slide: at its heading while that can be seen, else at what one reads. */
  private _place(): Cell | undefined {
    const slide = this._slides[this._now] ?? [];
    const heading = slide[0]?.node.getBoundingClientRect();
    return heading && heading.bottom > this._scroller.getBoundingClientRect().top ? slide[0] : readIn(this._scroller, slide);
  }

  /** Keys turn and roll wherever the focus is, but in what needs them itself; Escape leaves that. */
  private readonly _pressed = (event: KeyboardEvent): void => {
    const at = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || at.closest('.jp-Dialog')) {
      return;
    }
    if (event.key === 'Escape') {
      this._rest();
    } else if (at.closest(TAKES_KEYS) || (at.closest(IS_PRESSED) && !TURNS[event.key])) {
      return;
    }
    const [turn, roll] = [TURNS[event.key], ROLLS[event.key]];
    if (turn) {
      this.turn(turn);
    } else if (roll) {
      this._scroller.scrollBy({ top: roll * this._scroller.clientHeight * (event.shiftKey ? -1 : 1) });
    } else if (event.key === 'Tab') {
      return;
    }
    if (turn ?? roll) {
      event.preventDefault();
    }
    event.stopImmediatePropagation(); // JupyterLab would choose, change or delete a cell
  };

  private _now: number;
  private _over = false;
  private readonly _slides: Cell[][];
  private readonly _scroller: HTMLElement;
  private readonly _bar = make('div', { class: 'sb-slide-bar', role: 'group', 'aria-label': 'Slides' });
  private readonly _said = make('span', { role: 'status' });
}

/** Roll as little as shows all of a cell; from its beginning, where it is longer than the window. */
function bringIntoView(cell: Cell | undefined, scroller: HTMLElement): void {
  const fits = cell && cell.node.getBoundingClientRect().height <= scroller.clientHeight;
  cell?.node.scrollIntoView({ block: fits ? 'nearest' : 'start' });
}
