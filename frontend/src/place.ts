/**
 * Where a learner was on a page, kept in the browser's own store: whoever comes back is there again. The page stands there,
 * and doesn't roll there; nothing gets the focus for it; and whoever does something first is left in peace.
 */
import type { Cell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { onActs } from './dom';
import { keyOf } from './drafts';

/** Where the eye is on a page: this far down. */
const READING = 1 / 3;
const RESTS = 300; // ms without a change, before a place counts

/** A cell that is read, and how far below the upper edge it begins (px; above it, where that is negative). */
interface IPlace {
  cell: string;
  top: number;
}

/** What rolls in a page. */
export function scrollerOf(panel: NotebookPanel): HTMLElement {
  return panel.content.node.querySelector<HTMLElement>('.jp-WindowedPanel-outer') ?? panel.content.node;
}

/** The cell that one reads: the last of those shown that begin above the height of the eye; at a page's top the first. */
export function readIn(scroller: HTMLElement, cells: readonly Cell[]): Cell | undefined {
  const { top, height } = scroller.getBoundingClientRect();
  const eye = top + (scroller.scrollTop > 0 ? height * READING : 0);
  const shown = cells.filter(cell => cell.node.offsetHeight > 0);
  return shown.filter(cell => cell.node.getBoundingClientRect().top <= eye).at(-1) ?? shown[0];
}

/**
 * Have a page stand where it was left, until it has woken; `anew` where one goes elsewhere on it. Then note where one is.
 * Returns the number of the cell at which one begins.
 */
export function keepPlace(panel: NotebookPanel, woken: Promise<void>, anew: boolean): number {
  const scroller = scrollerOf(panel);
  const key = keyOf('place', panel.context.path);
  const place = anew ? undefined : kept(key);
  const cell = place && panel.content.widgets.find(one => one.model.id === place.cell);
  const below = (one: Cell): number => one.node.getBoundingClientRect().top - scroller.getBoundingClientRect().top;

  const note = (): void => {
    const read = readIn(scroller, panel.content.widgets);
    if (!panel.isVisible || panel.hasClass('sb-slides') || !read) {
      return;
    }
    if (scroller.scrollTop > 0) {
      localStorage.setItem(key, JSON.stringify({ cell: read.model.id, top: Math.round(below(read)) }));
    } else {
      localStorage.removeItem(key);
    }
  };
  let rests: ReturnType<typeof setTimeout> | undefined;
  const rolled = (): void => {
    clearTimeout(rests);
    rests = setTimeout(note, RESTS);
  };
  let acts: AbortController | undefined;
  const there = (): void => {
    acts?.abort();
    grows.disconnect();
    scroller.addEventListener('scroll', rolled, { passive: true });
  };
  // Until all of it is awake, what stands above the place grows and shrinks.
  const grows = new ResizeObserver(() => {
    if (cell && panel.isVisible) {
      scroller.scrollBy({ top: below(cell) - place.top, behavior: 'instant' });
      void woken.then(() => {
        clearTimeout(rests);
        rests = setTimeout(there, RESTS);
      });
    }
  });
  panel.disposed.connect(() => {
    clearTimeout(rests);
    acts?.abort();
    grows.disconnect();
  });
  if (cell) {
    panel.content.activeCellIndex = panel.content.widgets.indexOf(cell); // from here the Tab key goes on
    grows.observe(scroller);
    panel.content.widgets.forEach(one => {
      grows.observe(one.node);
    });
    acts = onActs(() => {
      if (panel.isVisible) {
        there(); // what is done on another page is nothing to this one
      }
    });
  } else {
    there();
  }
  return cell ? panel.content.widgets.indexOf(cell) : 0;
}

function kept(key: string): IPlace | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<IPlace> | null;
    return typeof found?.cell === 'string' && typeof found.top === 'number' ? { cell: found.cell, top: found.top } : undefined;
  } catch {
    return undefined;
  }
}
