/** How a page is: well, starting, stopped, without its server, or not saved; and what it says of that. */
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Signal, type ISignal } from '@lumino/signaling';
import { noRestartDialog } from './inside';
import type { Saving } from './saving';

const GONE = 3000; // ms without a connection, before the page says so

/** What the page says of itself, where something is the matter. */
const STATES = {
  well: '',
  starting: 'The page is starting again. What you typed is kept.',
  stopped: 'This page has stopped. What you typed is kept, and you can go on writing in the boxes.',
  away: 'The course isn’t running any more. Leave this page open, and start the course again as you did at first.'
};

export class PageState {
  /** `wake` is called when there is a kernel that may be a new one; `sleep` when it has gone, and whether it comes back. */
  constructor(
    private readonly _panel: NotebookPanel,
    private readonly _saving: Saving,
    wake: () => void,
    sleep: (comesBack: boolean) => void
  ) {
    const { sessionContext } = _panel;
    _saving.changed.connect(() => {
      this._changed.emit(undefined);
    });
    noRestartDialog(_panel);
    sessionContext.statusChanged.connect((_, status) => {
      if (['restarting', 'autorestarting', 'dead', 'terminating'].includes(status)) {
        const comesBack = status.endsWith('restarting');
        this.is(comesBack ? 'starting' : 'stopped');
        sleep(comesBack);
      } else if (status === 'idle') {
        wake();
      }
    });
    sessionContext.kernelChanged.connect((_, change) => {
      sleep(change.newValue !== null);
      if (change.newValue) {
        wake();
      } else if (change.oldValue) {
        this.is('stopped');
      }
    });
    sessionContext.connectionStatusChanged.connect((_, status) => {
      clearTimeout(this._away);
      if (status !== 'connected') {
        this._away = setTimeout(() => {
          this.is('away');
        }, GONE);
      } else if (this._state === 'away') {
        this.is('well');
      }
    });
    void sessionContext.ready.then(wake);
  }

  /** Told when there is something else to say. */
  get changed(): ISignal<this, void> {
    return this._changed;
  }

  /** What is wrong with the page just now, in words; "" where nothing is. */
  get notice(): string {
    const { trouble } = this._saving;
    return trouble ? `Not saved: ${trouble}. What you typed is still on this page; leave it open.` : STATES[this._state];
  }

  /** Has the page stopped, so that somebody has to start it again? */
  get stopped(): boolean {
    return this._state === 'stopped';
  }

  is(state: keyof typeof STATES): void {
    this._state = state;
    this._changed.emit(undefined);
  }

  /** Start the page again. */
  async startAgain(): Promise<void> {
    this.is('starting');
    try {
      const { sessionContext } = this._panel;
      await (sessionContext.session?.kernel ? sessionContext.restartKernel() : sessionContext.startKernel());
    } catch {
      this.is('stopped');
    }
  }

  dispose(): void {
    clearTimeout(this._away);
  }

  private _state: keyof typeof STATES = 'well';
  private _away: ReturnType<typeof setTimeout> | undefined;
  private readonly _changed = new Signal<this, void>(this);
}
