/** A page of the course that is open: awake from the start, its answers as forms, saved by itself. */
import type { Cell, CodeCell, ICellModel, ICodeCellModel } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Kernel } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';
import { AnswerForm, TARGET } from './form';
import type { Course } from './course';
import { LiveCell } from './live';
import type { ICode, IPage, IPart, IRecognised } from './pages';
import { Saving } from './saving';
import { PageState } from './state';

const WAIT = 30_000; // ms for the kernel, before a text box stands in the form's place
const ARRIVES = 1500; // ms for the last letters to come through the kernel, before a tab is closed

export class CoursePage {
  constructor(
    readonly panel: NotebookPanel,
    private readonly _found: IRecognised,
    private readonly _course: Course
  ) {
    this.plain = false;
    this.saving = new Saving(panel.context, _course.contents);
    this.state = new PageState(
      panel,
      this.saving,
      () => void this._wake(),
      comesBack => {
        this._sleep(comesBack);
      }
    );
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
        this.state.is('stopped');
      }
    }, WAIT);
    this._cells.forEach(cell => {
      cell.sharedModel.changed.connect((_, change) => {
        if ('sourceChange' in change && change.sourceChange) {
          this.saving.typed();
        }
      });
    });
    panel.context.model.cells.changed.connect(() => {
      this.saving.typed();
    });
    this.saving.beforeClosing(
      panel,
      () => this._arrived(),
      () => {
        this._arrive();
      }
    );
    panel.disposed.connect(() => {
      this.state.dispose();
      this._sleep(false);
      this.saving.dispose();
    });
  }

  readonly saving: Saving;
  readonly state: PageState;

  /** Resolves when everything on the page has woken for the first time. */
  get woken(): Promise<void> {
    return this._woken.promise;
  }

  get page(): IPage {
    return this._found.page;
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
    this.state.is('well');
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

  private _awake = false;
  private _plain = false;
  private readonly _woken = new PromiseDelegate<void>();
  private readonly _cells: ICellModel[];
  private readonly _code = new Map<ICellModel, ICode>();
  private readonly _forms: AnswerForm[] = [];
  /** Forms whose kernel went and comes back, by exercise. */
  private readonly _resting = new Map<string, AnswerForm>();
  private readonly _live = new Map<ICellModel, LiveCell>();
}
