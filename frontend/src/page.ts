/** A page of the course that is open: awake from the start, its answers as forms, saved by itself. */
import type { Cell, CodeCell, ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';
import { Signal, type ISignal } from '@lumino/signaling';
import { AnswerForm, TARGET } from './form';
import type { Course } from './course';
import { LiveCell } from './live';
import { noRestartDialog } from './inside';
import type { ICode, IPage, IPart, IRecognised } from './pages';
import { Saving } from './saving';

const WAIT = 30_000; // ms for the kernel, before a text box stands in the form's place
const ARRIVES = 1500; // ms for the last letters to come through the kernel, before a tab is closed
const GONE = 3000; // ms without a connection, before the page says so

/** What the page says of itself, where something is the matter. */
const STATES = {
  well: '',
  starting: 'The page is starting again. What you typed is kept.',
  stopped: 'This page has stopped. What you typed is kept, and you can go on writing in the boxes.',
  away: 'The course isn’t running any more. Leave this page open, and start the course again as you did at first.'
};

export class CoursePage {
  constructor(
    readonly panel: NotebookPanel,
    private readonly _found: IRecognised,
    private readonly _course: Course
  ) {
    this.plain = false;
    const { sessionContext, model } = panel.context;
    this.saving = new Saving(panel.context, _course.contents);
    this.saving.changed.connect(() => {
      this._noticed.emit(undefined);
    });
    this._cells = panel.content.widgets.map(cell => cell.model);
    this._cells.forEach((model, n) => {
      const cell = panel.content.widgets[n];
      const code = _found.code.get(n);
      if (code) {
        this._code.set(model, code);
        cell?.addClass(code.shown ? 'sb-shown' : 'sb-delivered');
      } else if (_found.answers.has(n)) {
        cell?.addClass('sb-answer');
        cell?.addClass('sb-waiting');
        panel.content.widgets[n - 1]?.addClass('sb-task');
      }
    });
    // If the kernel never comes, the text box does.
    setTimeout(() => {
      panel.content.widgets.forEach(cell => {
        cell.removeClass('sb-waiting');
      });
      if (!this._awake && !panel.isDisposed) {
        this._is('stopped');
      }
    }, WAIT);
    this._cells.forEach(cell => {
      cell.sharedModel.changed.connect((_, change) => {
        if ('sourceChange' in change && change.sourceChange) {
          this.saving.typed();
        }
      });
    });
    model.cells.changed.connect(() => {
      this.saving.typed();
    });
    noRestartDialog(panel);
    sessionContext.statusChanged.connect((_, status) => {
      if (['restarting', 'autorestarting', 'dead', 'terminating'].includes(status)) {
        const comesBack = status.endsWith('restarting');
        this._is(comesBack ? 'starting' : 'stopped');
        this._sleep(comesBack);
      } else if (status === 'idle' && !this._awake) {
        void this._wake();
      }
    });
    sessionContext.kernelChanged.connect((_, change) => {
      this._sleep(change.newValue !== null);
      if (change.newValue) {
        void this._wake();
      } else if (change.oldValue) {
        this._is('stopped');
      }
    });
    sessionContext.connectionStatusChanged.connect((_, status) => {
      clearTimeout(this._away);
      if (status !== 'connected') {
        this._away = setTimeout(() => {
          this._is('away');
        }, GONE);
      } else if (this._state === 'away') {
        this._is('well');
      }
    });
    this.saving.beforeClosing(
      panel,
      () => this._arrived(),
      () => {
        this._arrive();
      }
    );
    panel.disposed.connect(() => {
      clearTimeout(this._away);
      this._sleep(false);
      this.saving.dispose();
    });
    void sessionContext.ready.then(() => this._wake());
  }

  readonly saving: Saving;

  /** Resolves when everything on the page has woken for the first time. */
  get woken(): Promise<void> {
    return this._woken.promise;
  }

  get page(): IPage {
    return this._found.page;
  }

  /** Told when there is something else to say of the page's state. */
  get noticed(): ISignal<this, void> {
    return this._noticed;
  }

  /** What is wrong with the page just now, in words; "" where nothing is. */
  get notice(): string {
    const trouble = this.saving.trouble;
    return trouble ? `Not saved: ${trouble}. What you typed is still on this page; leave it open.` : STATES[this._state];
  }

  /** Has the page stopped, so that somebody has to start it again? */
  get stopped(): boolean {
    return this._state === 'stopped';
  }

  /** Start the page again. */
  async startAgain(): Promise<void> {
    this._is('starting');
    try {
      const { sessionContext } = this.panel;
      await (sessionContext.session?.kernel ? sessionContext.restartKernel() : sessionContext.startKernel());
    } catch {
      this._is('stopped');
    }
  }

  /** The cell with the heading of a part. */
  headingOf(part: IPart): Cell | undefined {
    return this.panel.content.widgets.find(
      cell => cell.model.type === 'markdown' && cell.model.sharedModel.getSource().startsWith(`## ${part.name}`)
    );
  }

  /** Go to a part ("Part 2") or to an exercise ("1.2"), once it is there. */
  async goTo(place: string): Promise<void> {
    const part = this.page.parts?.find(one => one.name === place);
    const heading = part && this.headingOf(part);
    if (heading) {
      heading.node.scrollIntoView({ block: 'start' });
      heading.node.focus({ preventScroll: true });
    } else {
      await Promise.all([this.woken, new Promise(resolve => setTimeout(resolve, 100))]); // JupyterLab focuses the page first
      this._forms.find(form => form.exercise === place)?.focus();
    }
  }

  /** Show the notebook as JupyterLab does, code and bars and all; the practices and forms stay awake. */
  set plain(yes: boolean) {
    this._plain = yes;
    this.panel.toggleClass('sb-page', !yes);
    this.panel.toggleClass(this.page.kind === 'lesson' ? 'sb-lesson' : 'sb-exercises', !yes);
    this.panel.toggleClass('sb-plain', yes);
    this.panel.toolbar.setHidden(!yes);
  }
  get plain(): boolean {
    return this._plain;
  }

  /** The form whose cell this is, or the cell that holds this node. */
  formOf(of: Node): AnswerForm | undefined {
    return this._forms.find(form => form.connected && form.cell.node.contains(of));
  }

  /** Run a delivered cell again, or judge an answer, where it stands. False where the notebook has to do it. */
  async run(cell: ICellModel): Promise<boolean> {
    const form = this._forms.find(one => one.cell.model === cell && one.connected);
    if (form) {
      form.check();
      return true;
    }
    const kernel = this.panel.sessionContext.session?.kernel;
    if (!kernel || cell.sharedModel.getSource() !== this._code.get(cell)?.source) {
      return false;
    }
    await this._run(cell, kernel);
    return true;
  }

  private async _wake(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (this._awake || !kernel || this.panel.isDisposed) {
      return;
    }
    this._awake = true;
    this._is('well');
    kernel.registerCommTarget(TARGET, (comm, message) => {
      const { token } = message.content.data as { token: string };
      this._forms.find(form => form.token === token)?.connect(comm);
    });
    const runs: Promise<unknown>[] = [];
    for (const [n, cell] of this._cells.entries()) {
      const exercise = this._found.answers.get(n);
      const widget = this._widget(cell);
      if (exercise && widget) {
        const form = new AnswerForm(widget, exercise, this.panel.content.rendermime, this._act);
        this._forms.push(form);
        runs.push(form.open(kernel, this._resting.get(exercise)));
        this._resting.delete(exercise);
      } else if (this._wakes(cell)) {
        runs.push(this._run(cell, kernel));
      }
    }
    await Promise.allSettled(runs);
    this.panel.node.dataset.awake = String(this._awake);
    this._woken.resolve(undefined);
  }

  /** Practices wake; charts and tables are there already, unless somebody cleared them away. */
  private _wakes(cell: ICellModel): boolean {
    const code = this._code.get(cell);
    const empty = cell.type === 'code' && (cell as ICodeCellModel).outputs.length === 0;
    return !!code && code.source === cell.sharedModel.getSource() && (code.practice || (empty && !code.shown));
  }

  private async _run(cell: ICellModel, kernel: Kernel.IKernelConnection): Promise<void> {
    const widget = this._widget(cell);
    const code = this._code.get(cell);
    if (!widget || !code) {
      return;
    }
    const before = this._live.get(cell);
    const live = new LiveCell(widget, this.panel.content.rendermime);
    this._live.set(cell, live);
    void live.shown.then(async () => {
      if (before && !before.area.isDisposed) {
        await live.takeOver(before);
        before.dispose();
      }
    });
    await live.run(kernel, code.source);
  }

  /** The kernel has gone. Where it comes back by itself, what is shown stays until it is replaced. */
  private _sleep(comesBack: boolean): void {
    this._awake = false;
    delete this.panel.node.dataset.awake;
    const forms = this._forms.splice(0);
    if (comesBack) {
      forms.forEach(form => {
        form.rest();
        this._resting.set(form.exercise, form);
      });
      this._live.forEach(live => {
        live.rest();
      });
      return;
    }
    [...forms, ...this._resting.values()].forEach(form => {
      form.dispose();
    });
    this._live.forEach(live => {
      live.dispose();
    });
    this._resting.clear();
    this._live.clear();
  }

  /** Resolves when what was typed into the forms stands in the cells. A kernel that is busy is waited for no longer than a moment. */
  private async _arrived(): Promise<void> {
    const kernel = this.panel.sessionContext.session?.kernel;
    if (kernel && this._forms.length) {
      // Twice: letters that wait their turn in the page are sent as soon as those before them are through.
      const through = kernel.requestKernelInfo().then(() => kernel.requestKernelInfo());
      await Promise.race([through.catch(() => undefined), new Promise(resolve => setTimeout(resolve, ARRIVES))]);
    }
    this._arrive();
  }

  private _arrive(): void {
    this._forms.forEach(form => {
      form.arrive();
    });
  }

  private readonly _act = (form: AnswerForm, what: 'next' | 'checked'): void => {
    if (what === 'next') {
      const next = this._forms[this._forms.indexOf(form) + 1];
      if (next) {
        next.focus();
      } else {
        this.panel.node.querySelector<HTMLElement>('.sb-foot .sb-on, .sb-foot button')?.focus();
      }
    } else {
      form.showCard();
      void this.saving.save().then(() => this._course.refresh());
      const kernel = this.panel.sessionContext.session?.kernel;
      const standing = [...this._code].find(([, code]) => code.source.includes('%how_do_i_stand'));
      if (kernel && standing) {
        void this._run(standing[0], kernel);
      }
    }
  };

  private _widget(cell: ICellModel): CodeCell | undefined {
    return this.panel.content.widgets.find(one => one.model === cell) as CodeCell | undefined;
  }

  private _is(state: keyof typeof STATES): void {
    this._state = state;
    this._noticed.emit(undefined);
  }

  private _awake = false;
  private _plain = false;
  private _state: keyof typeof STATES = 'well';
  private _away: ReturnType<typeof setTimeout> | undefined;
  private readonly _woken = new PromiseDelegate<void>();
  private readonly _noticed = new Signal<this, void>(this);
  private readonly _cells: ICellModel[];
  private readonly _code = new Map<ICellModel, ICode>();
  private readonly _forms: AnswerForm[] = [];
  /** Forms whose kernel went and comes back, by exercise. */
  private readonly _resting = new Map<string, AnswerForm>();
  private readonly _live = new Map<ICellModel, LiveCell>();
}
