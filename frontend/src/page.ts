/** A page of the course that is open: awake from the start, its answers as forms, saved by itself. */
import type { Cell, CodeCell, ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { AnswerForm, TARGET } from './form';
import type { Course } from './course';
import { LiveCell } from './live';
import { inBrowserAlone, type ICode, type IPage, type IRecognised } from './pages';

const SAVE_AFTER = 800; // ms after the last change
const WAIT = 30_000; // ms for the kernel, before a text box stands in the form's place

/** A part of a lesson: "Part 1", what it is about, the cell it begins with, its practices. */
export interface IPart {
  name: string;
  title: string;
  cell: Cell;
  practices: string[];
}

export class CoursePage {
  constructor(
    readonly panel: NotebookPanel,
    private readonly _found: IRecognised,
    private readonly _course: Course
  ) {
    this.plain = false;
    const { sessionContext, model } = panel.context;
    model.dirty = false;
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
    }, WAIT);
    this._cells.forEach(cell => {
      cell.sharedModel.changed.connect((_, change) => {
        if ('sourceChange' in change && change.sourceChange) {
          this._typed();
        }
      });
    });
    model.cells.changed.connect(this._typed, this);
    // What JupyterLab notes down as a kernel comes up, or as a cell is run, is no work of the learner's.
    model.stateChanged.connect((_, change) => {
      if (change.name === 'dirty' && change.newValue && !this._unsaved) {
        model.dirty = false;
      }
    });
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

  get page(): IPage {
    return this._found.page;
  }

  /** The parts of a lesson, by their headings, with the practices that stand in each. */
  get parts(): IPart[] {
    const parts: IPart[] = [];
    for (const cell of this.panel.content.widgets) {
      const heading = cell.model.type === 'markdown' && /^## (Part \d+)\.? ?(.*)/.exec(cell.model.sharedModel.getSource());
      if (heading) {
        parts.push({ name: heading[1] ?? '', title: heading[2] ?? '', cell, practices: [] });
      } else if (cell.model.type === 'code') {
        const outputs = JSON.stringify((cell.model as ICodeCellModel).outputs.toJSON());
        parts.at(-1)?.practices.push(...[...outputs.matchAll(/data-practice=\\"([\w-]+)\\"/g)].map(one => one[1] ?? ''));
      }
    }
    return parts;
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
      } else if (this._wakes(cell)) {
        runs.push(this._run(cell, kernel));
      }
    }
    await Promise.allSettled(runs);
    this.panel.node.dataset.awake = String(this._awake);
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
    void live.shown.then(() => before?.dispose());
    await live.run(kernel, code.source);
  }

  private _sleep(): void {
    this._awake = false;
    delete this.panel.node.dataset.awake;
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
      if (next) {
        next.focus();
      } else {
        this.panel.node.querySelector<HTMLElement>('.sb-foot .sb-on, .sb-foot button')?.focus();
      }
    } else {
      form.showCard();
      void this.save().then(() => this._course.refresh());
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

  /** Something was typed: it is saved soon. */
  private _typed(): void {
    this._unsaved = true;
    clearTimeout(this._timer);
    this._timer = setTimeout(() => {
      void this.save();
    }, SAVE_AFTER);
  }

  /** Save, where there is something to save. */
  async save(): Promise<void> {
    const { context } = this.panel;
    clearTimeout(this._timer);
    if (this._unsaved && !context.isDisposed && context.canSave && !inBrowserAlone) {
      this._unsaved = false;
      await context.save();
    }
  }

  private _awake = false;
  private _plain = false;
  private _unsaved = false;
  private _timer: ReturnType<typeof setTimeout> | undefined;
  private readonly _cells: ICellModel[];
  private readonly _code = new Map<ICellModel, ICode>();
  private readonly _forms: AnswerForm[] = [];
  private readonly _live = new Map<ICellModel, LiveCell>();
}
