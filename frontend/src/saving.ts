/**
 * Saving a page of the course: by itself, one save at a time, together with whoever else writes the file, and with no
 * dialog. What stops it is told to the page (`trouble`), which goes on trying.
 *
 * JupyterLab asks "File Changed … Revert? Overwrite?" where the file isn't as it last saw it. Two saves of its own that
 * overlap on a slow machine are enough for that; so is the same page in a second tab. Here saves wait for each other, and
 * what another tab wrote is taken over, cell by cell.
 */
import { Notification } from '@jupyterlab/apputils';
import type { ICellModel } from '@jupyterlab/cells';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type * as nbformat from '@jupyterlab/nbformat';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { ServerConnection, type Contents } from '@jupyterlab/services';
import { MessageLoop } from '@lumino/messaging';
import { Signal, type ISignal } from '@lumino/signaling';
import { forget, keep, kept, keyOf, type Draft } from './drafts';
import { knowFile } from './inside';
import { inBrowserAlone } from './pages';

const SAVE_AFTER = 400; // ms after the last change
const TRY_AGAIN = 5000; // ms
const LOOK_AGAIN = 1000; // ms

export class Saving {
  constructor(
    private readonly _context: DocumentRegistry.IContext<INotebookModel>,
    private readonly _contents: Contents.IManager
  ) {
    this._known = this._sources();
    const model = _context.model;
    model.dirty = false;
    // "Unsaved" is what can't be saved. (JupyterLab also says so as a kernel comes up, or as a cell is run.)
    model.stateChanged.connect((_, change) => {
      if (change.name === 'dirty' && change.newValue && !(inBrowserAlone ? this._unsaved : this.trouble)) {
        model.dirty = false;
      }
    });
    if (!inBrowserAlone) {
      _context.save = () => this.save(true); // JupyterLab's own saves wait their turn, too
      window.addEventListener('focus', this._look);
      document.addEventListener('visibilitychange', this._hide);
      window.addEventListener('pagehide', this._leave);
      this._takeBack();
    }
  }

  /** Told when saving has begun to fail, or works again. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** Why nothing is kept just now, in words for a learner; "" where all is well. */
  trouble = '';

  /** Something was typed: it is saved soon. */
  typed(): void {
    if (!this._merging) {
      this._unsaved = true;
      this._soon(SAVE_AFTER);
    }
  }

  /** Save what there is to save, after any save that is under way; `anyway` where nothing was typed, too. */
  save(anyway = false): Promise<void> {
    clearTimeout(this._timer);
    if (inBrowserAlone || !(anyway || this._unsaved)) {
      return this._last;
    }
    this._last = this._last.then(() => alone(this._context.path, () => this._save(anyway)));
    return this._last;
  }

  /**
   * Before the tab is closed, or its window, what was typed last is saved. `arrived` resolves when all of it is in the cells;
   * `arrive` puts there at once what it can.
   */
  beforeClosing(panel: NotebookPanel, arrived: () => Promise<void>, arrive: () => void): void {
    this._arrive = arrive;
    let saved = false;
    MessageLoop.installMessageHook(panel, (_, message) => {
      if (message.type !== 'close-request' || saved || inBrowserAlone) {
        return true;
      }
      void arrived()
        .then(() => this.save())
        .then(() => {
          saved = true; // or it can't be: JupyterLab asks
          panel.close();
          saved = false;
        });
      return false;
    });
  }

  dispose(): void {
    clearTimeout(this._timer);
    clearTimeout(this._looksAgain);
    window.removeEventListener('focus', this._look);
    document.removeEventListener('visibilitychange', this._hide);
    window.removeEventListener('pagehide', this._leave);
  }

  private readonly _hide = (): void => {
    if (document.hidden) {
      void this.save();
    }
  };

  /** The window is being closed: what isn't saved yet is kept until the page is open again. */
  private readonly _leave = (): void => {
    this._arrive();
    const typed = [...this._sources()].flatMap(([id, text]): Draft[] => {
      const before = this._known.get(id);
      return before === undefined || before === text ? [] : [[id, before, text]];
    });
    if (typed.length) {
      keep(this._context.path, typed);
    }
  };

  /** What was kept as a window was closed stands in its cells again, and is saved. */
  private _takeBack(): void {
    const drafts = kept(this._context.path);
    for (const [id, before, typed] of drafts) {
      const cell = [...this._context.model.cells].find(one => one.id === id);
      if (cell) {
        this._merge(cell, before, typed);
      }
    }
    this._tookBack = drafts.length > 0;
    if (this._tookBack) {
      this.typed();
    }
  }

  /** Back in this window: show what was written elsewhere meanwhile. */
  private readonly _look = (): void => {
    clearTimeout(this._looksAgain);
    this._last = this._last
      .then(() => alone(this._context.path, () => this._takeOver()))
      .catch((error: unknown) => {
        if (!(error instanceof ServerConnection.NetworkError || this._context.isDisposed)) {
          this._looksAgain = setTimeout(this._look, LOOK_AGAIN); // the file was just being written
        }
      });
  };

  private async _save(anyway: boolean): Promise<void> {
    const { _context: context } = this;
    if (context.isDisposed || !(anyway || this._unsaved)) {
      return;
    }
    this._unsaved = false;
    try {
      await this._takeOver();
      if (!context.canSave) {
        throw new Error('the file of this page may be read, but not changed');
      }
      const content = context.model.toJSON();
      const saved = await this._contents.save(context.path, { type: 'notebook', format: 'json', content });
      const file = await this._onDisk();
      // Written by somebody else since then, it holds what we haven't seen; the next look takes that over.
      const ours = file?.last_modified === saved.last_modified;
      this._know(ours ? file : saved);
      this._known = new Map((content as nbformat.INotebookContent).cells.map(cell => [idOf(cell), textOf(cell)]));
      if (this._tookBack) {
        forget(context.path);
        this._tookBack = false;
      }
      context.model.dirty = false;
      this._say('');
    } catch (error) {
      if (!this._context.isDisposed) {
        this._unsaved = true;
        this._say(why(error));
        context.model.dirty = true; // so that nothing is closed without a question
        this._soon(TRY_AGAIN);
      }
    }
  }

  /** Take over what somebody else wrote into the file since we last saw it; what was typed here stays. */
  private async _takeOver(): Promise<void> {
    const { _context: context } = this;
    const file = await this._onDisk();
    if (context.isDisposed || !file || !file.hash || file.hash === context.contentsModel?.hash) {
      if (file && file.writable !== context.contentsModel?.writable) {
        this._know(file);
      }
      return;
    }
    const { content } = (await this._contents.get(context.path, { content: true })) as { content: nbformat.INotebookContent };
    this._merging = true;
    let place = 0;
    for (const cell of content.cells) {
      const id = idOf(cell);
      const cells = [...context.model.cells];
      const here = cells.find(one => one.id === id);
      const [before, there] = [this._known.get(id), textOf(cell)];
      if (here) {
        place = cells.indexOf(here) + 1;
        this._merge(here, before, there);
      } else if (id && before === undefined) {
        context.model.sharedModel.insertCell(place++, cell);
      }
      this._known.set(id, there);
    }
    this._merging = false;
    this._know(file);
  }

  private _merge(here: ICellModel, before: string | undefined, there: string): void {
    const now = here.sharedModel.getSource();
    if (now === before) {
      here.sharedModel.setSource(there);
    } else if (there !== before && there !== now) {
      Notification.info(`This answer was changed in another window, too. There it said: ${there.replace(/^%%answer.*\n/, '')}`, { autoClose: false });
    }
  }

  /** The file as it is now, without its content; nothing where it is gone (it is written anew). */
  private async _onDisk(): Promise<Contents.IModel | undefined> {
    try {
      return await this._contents.get(this._context.path, { content: false, hash: true });
    } catch (error) {
      if ((error as { response?: Response }).response?.status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  private _know(file: Contents.IModel): void {
    knowFile(this._context, file);
  }

  private _say(trouble: string): void {
    if (trouble !== this.trouble) {
      this.trouble = trouble;
      this._changed.emit(undefined);
    }
  }

  private _soon(wait: number): void {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      void this.save();
    }, wait);
  }

  private _sources(): Map<string, string> {
    return new Map([...this._context.model.cells].map(cell => [cell.id, cell.sharedModel.getSource()]));
  }

  /** The cells' sources, by their ids, as they were when page and file last agreed. */
  private _known: Map<string, string>;
  private _last: Promise<void> = Promise.resolve();
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private _looksAgain: ReturnType<typeof setTimeout> | undefined;
  private _arrive = (): void => undefined;
  private _merging = false;
  private _tookBack = false;
  private _unsaved = false;
  private readonly _changed = new Signal<this, void>(this);
}

/** Do something to a file while no other window of this browser does. (Only a secure page has locks; this computer's are.) */
async function alone(path: string, what: () => Promise<void>): Promise<void> {
  await (window.isSecureContext ? navigator.locks.request(keyOf('typed', path), what) : what());
}

function why(error: unknown): string {
  if (error instanceof ServerConnection.NetworkError) {
    return 'the course isn’t running any more';
  }
  return error instanceof Error ? error.message : String(error);
}

function idOf(cell: nbformat.ICell): string {
  return typeof cell.id === 'string' ? cell.id : '';
}

function textOf(cell: nbformat.ICell): string {
  return typeof cell.source === 'string' ? cell.source : cell.source.join('');
}
