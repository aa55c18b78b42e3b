/** The course as a whole: its pages in order, how far the learner is, and how to open a page. */
import { PathExt, URLExt } from '@jupyterlab/coreutils';
import type { IDocumentManager } from '@jupyterlab/docmanager';
import { ServerConnection, type Contents } from '@jupyterlab/services';
import { Signal, type ISignal } from '@lumino/signaling';
import { deliveredPages, inBrowserAlone, type IPage } from './pages';

/** What `sellbackwards.practice.status` tells. */
export interface IStatus {
  lessons: Record<string, Record<string, [number, number]>>;
  exercises: Record<string, Record<string, string>>;
  touched: Record<string, number>;
  due: Record<string, number>;
  next: string | null;
}

const LOOK_AGAIN = 5000; // ms: practices keep their progress in a file, of which no page is told

export class Course {
  constructor(private readonly _documents: IDocumentManager) {
    setInterval(() => {
      if (this._watched && !document.hidden && !inBrowserAlone) {
        void this.refresh();
      }
    }, LOOK_AGAIN);
  }

  /** Told when the pages or the status have changed. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** This release's pages, in the order in which one goes through them. */
  pages: IPage[] = [];
  status: IStatus | null = null;

  /** A page of the course is open: the course is where it is. */
  async here(path: string): Promise<void> {
    this._folder = PathExt.dirname(PathExt.dirname(path));
    this._watched = true;
    this.pages = inOrder((await deliveredPages()).at(-1) ?? []);
    await this.refresh();
  }

  /** Ask how far the learner is. Where nobody can say (a browser alone), the pages are listed without it. */
  async refresh(): Promise<void> {
    if (inBrowserAlone) {
      this._changed.emit(undefined);
      return;
    }
    const settings = ServerConnection.makeSettings();
    const url = URLExt.join(settings.baseUrl, 'sellbackwards/status') + URLExt.objectToQueryString({ course: this._folder });
    let told = '';
    try {
      const answer = await ServerConnection.makeRequest(url, {}, settings);
      told = answer.ok ? await answer.text() : '';
    } catch {
      // The server is away for a moment.
    }
    if (told !== this._told || !this.status) {
      this._told = told;
      this.status = told ? (JSON.parse(told) as IStatus) : null;
      this._changed.emit(undefined);
    }
  }

  /** Have everything shown anew. */
  told(): void {
    this._changed.emit(undefined);
  }

  /** How much of a page is done: [done, of]; null where that isn't known. */
  done(page: IPage): [number, number] | null {
    if (page.kind === 'lesson') {
      const found = Object.values(this.status?.lessons[page.name.slice(0, 2)] ?? {});
      return found.length ? [sum(found.map(one => one[0])), sum(found.map(one => one[1]))] : null;
    }
    const found = Object.values(this.status?.exercises[page.name] ?? {});
    const of = page.cells.filter(([what]) => what === 'answer').length;
    return this.status ? [found.filter(ends).length, of] : null;
  }

  /** How much of some of a lesson's practices is done; null where none of them is counted, or nobody knows. */
  doneIn(page: IPage, practices: string[]): [number, number] | null {
    const known = this.status?.lessons[page.name.slice(0, 2)] ?? {};
    const found = practices.flatMap(name => (known[name] ? [known[name]] : []));
    return found.length ? [sum(found.map(one => one[0])), sum(found.map(one => one[1]))] : null;
  }

  /** Where to go on: the page last worked on, at its first part or exercise that isn't done; once it is done, the next one. */
  get goOn(): { page: IPage; place: string } | undefined {
    const order = this.pages.map(page => ({ page, last: Math.max(0, ...this._names(page).map(name => this._touched(name))) }));
    const latest = order.reduce((best, one, n) => (one.last > (order[best]?.last ?? 0) ? n : best), 0);
    const open = [...order.slice(latest), ...order.slice(0, latest)].find(({ page }) => {
      const done = this.done(page);
      return done !== null && done[0] < done[1];
    });
    return open && { page: open.page, place: this._placeIn(open.page) };
  }

  /** The part or exercise last worked on or, where that is done, the next one that isn't; "" for the page's beginning. */
  private _placeIn(page: IPage): string {
    const places =
      page.kind === 'lesson'
        ? (page.parts ?? []).map(part => ({ name: part.name, of: part.practices }))
        : this._names(page).map(name => ({ name, of: [name] }));
    const last = places.map(({ of }) => Math.max(0, ...of.map(name => this._touched(name))));
    const latest = last.reduce((best, when, n) => (when > (last[best] ?? 0) ? n : best), 0);
    const open = [...places.slice(latest), ...places.slice(0, latest)].find(({ name, of }) => {
      const done = page.kind === 'lesson' ? this.doneIn(page, of) : null;
      return page.kind === 'lesson' ? done !== null && done[0] < done[1] : !ends(this.status?.exercises[page.name]?.[name]);
    });
    return Math.max(0, ...last) && open ? open.name : '';
  }

  /** What can be worked on in a page: its practices, or its exercises. */
  private _names(page: IPage): string[] {
    return page.kind === 'lesson'
      ? Object.keys(this.status?.lessons[page.name.slice(0, 2)] ?? {})
      : page.cells.filter(([what]) => what === 'answer').map(([, exercise]) => exercise);
  }

  private _touched(name: string): number {
    return this.status?.touched[name] ?? 0;
  }

  /** Has the learner worked on anything yet? */
  get begun(): boolean {
    return Object.keys(this.status?.touched ?? {}).length > 0 || this.pages.some(page => (this.done(page)?.[0] ?? 0) > 0);
  }

  pathOf(page: IPage): string {
    return PathExt.join(this._folder, page.kind === 'lesson' ? 'lessons' : 'my-answers', `${page.name}.ipynb`);
  }

  /** Open a page, or bring it to the front. Returns its tab. */
  open(page: IPage): unknown {
    return this._documents.openOrReveal(this.pathOf(page));
  }

  /** The server's files. */
  get contents(): Contents.IManager {
    return this._documents.services.contents;
  }

  private _folder = '';
  private _told = '';
  private _watched = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** "Lesson 01", "Exercises 01", "Where I stand": what a tab says. */
export function shortName(page: IPage): string {
  const number = page.name.slice(0, 2);
  if (!/^\d\d_/.test(page.name) || /^Where/.test(page.title)) {
    return page.title;
  }
  return `${page.kind === 'lesson' ? 'Lesson' : 'Exercises'} ${number}`;
}

/** A title without what its short name says already. */
export function titleOf(page: IPage): string {
  const title = page.title.replace(/^Exercises \d\d: /, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** "Lesson 01: Sell backwards"; or its title alone, where that is its short name. */
export function fullName(page: IPage): string {
  return shortName(page) === titleOf(page) ? titleOf(page) : `${shortName(page)}: ${titleOf(page)}`;
}

function inOrder(pages: IPage[]): IPage[] {
  // Pages without a number come last, one's own first of them.
  const rank = (page: IPage): string => page.name.replace(/^my_/, 'a').slice(0, 2) + page.kind.replace('lesson', 'a');
  return [...pages].sort((one, other) => rank(one).localeCompare(rank(other)));
}

/** Is there nothing more to do for an exercise of this status? */
function ends(status: string | undefined): boolean {
  return status === 'passed' || status === 'for a person';
}

function sum(numbers: number[]): number {
  return numbers.reduce((one, other) => one + other, 0);
}
