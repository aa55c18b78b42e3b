/** A page of the course that is open: awake from the start, its answers as forms, saved by itself. */
import type { CodeCell, ICellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { AnswerForm, TARGET } from './form';
import { LiveCell } from './live';
import type { IRecognised } from './pages';

const SAVE_AFTER = 800; // ms after the last change

export class CoursePage {
  constructor(
    readonly panel: NotebookPanel,
    private readonly _found: IRecognised
  ) {
    panel.addClass('sb-page');
    panel.addClass(_found.page.kind === 'lesson' ? 'sb-lesson' : 'sb-exercises');
    const { sessionContext, model } = panel.context;
    this._cells = panel.content.widgets.map(cell => cell.model);
    this._cells.forEach((model, n) => {
      const cell = panel.content.widgets[n];
      const source = _found.code.get(n);
      if (source !== undefined) {
        this._sources.set(model, source);
        cell?.addClass('sb-delivered');
      } else if (_found.answers.has(n)) {
        cell?.addClass('sb-answer');
      }
    });
    model.contentChanged.connect(this._saveSoon, this);
    sessionContext.statusChanged.connect((_, status) => {
      if (['restarting', 'autorestarting', 'dead', 'terminating'].includes(status)) {
        this._sleep();
      } else if (status === 'idle' && !this._awake) {
        void this._wake();
      }
    });
    sessionContext.kernelChanged.connect((_, change) => {
      this._sleep();
      if (change.newValue) {
        void this._wake();
      }
    });
    panel.disposed.connect(() => {
      this._sleep();
    });
    void sessionContext.ready.then(() => this._wake());
  }

  /** The forms, in the order of the page. */
  get forms(): AnswerForm[] {
    return this._forms;
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
    if (!kernel || cell.sharedModel.getSource() !== this._sources.get(cell)) {
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
    kernel.registerCommTarget(TARGET, (comm, message) => {
      const { exercise } = message.content.data as { exercise: string };
      this._forms.find(form => form.exercise === exercise)?.connect(comm);
    });
    const runs: Promise<unknown>[] = [];
    for (const [n, cell] of this._cells.entries()) {
      const exercise = this._found.answers.get(n);
      const widget = this._widget(cell);
      if (exercise && widget) {
        const form = new AnswerForm(widget, exercise, this.panel.content.rendermime, this._act);
        this._forms.push(form);
        runs.push(form.open(kernel));
      } else if (cell.sharedModel.getSource() === this._sources.get(cell)) {
        runs.push(this._run(cell, kernel));
      }
    }
    await Promise.allSettled(runs);
  }

  private async _run(cell: ICellModel, kernel: Kernel.IKernelConnection): Promise<void> {
    const widget = this._widget(cell);
    const source = this._sources.get(cell);
    if (!widget || source === undefined) {
      return;
    }
    const before = this._live.get(cell);
    const live = new LiveCell(widget, this.panel.content.rendermime);
    this._live.set(cell, live);
    void live.shown.then(() => before?.dispose());
    await live.run(kernel, source);
  }

  private _sleep(): void {
    this._awake = false;
    this._forms.splice(0).forEach(form => {
      form.dispose();
    });
    this._live.forEach(live => {
      live.dispose();
    });
    this._live.clear();
  }

  private readonly _act = (form: AnswerForm, what: 'next' | 'checked'): void => {
    if (what === 'next') {
      const next = this._forms[this._forms.indexOf(form) + 1];
      next?.focus();
    }
  };

  private _widget(cell: ICellModel): CodeCell | undefined {
    return this.panel.content.widgets.find(one => one.model === cell) as CodeCell | undefined;
  }

  private _saveSoon(): void {
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      void this.save();
    }, SAVE_AFTER);
  }

  /** Save, where there is something to save. */
  async save(): Promise<void> {
    const { context } = this.panel;
    if (!context.isDisposed && context.model.dirty && context.canSave) {
      await context.save();
    }
  }

  private _awake = false;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private readonly _cells: ICellModel[];
  /** Of each delivered code cell, its source as it was delivered. */
  private readonly _sources = new Map<ICellModel, string>();
  private readonly _forms: AnswerForm[] = [];
  private readonly _live = new Map<ICellModel, LiveCell>();
}
