/** A delivered cell of code that is awake: run in the kernel, shown in the cell, and never written into the notebook. */
import type { CodeCell } from '@jupyterlab/cells';
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Kernel } from '@jupyterlab/services';
import { PromiseDelegate } from '@lumino/coreutils';
import type { PanelLayout } from '@lumino/widgets';
import { takeOver } from './dom';
import { toNextRound } from './ears';

const WIDGET = 'application/vnd.jupyter.widget-view+json';
const TRIES = 4;
const PATIENCE = 2000; // ms

/** A page that the kernel made for the learner (a data address, without scripts) opens in a tab, to be printed. */
function openPage(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.sb-opens') : null;
  if (link?.href.startsWith('data:text/html')) {
    event.preventDefault();
    void fetch(link.href)
      .then(answer => answer.blob())
      .then(page => {
        window.open(URL.createObjectURL(page));
      });
  }
}

/** What a cell shows while the page is awake. What is saved stays in place until it is there. */
export class LiveCell {
  constructor(
    readonly cell: CodeCell,
    rendermime: IRenderMimeRegistry
  ) {
    this.area = new SimplifiedOutputArea({ model: new OutputAreaModel({ trusted: true }), rendermime });
    this.area.addClass('sb-live-area');
    this.area.node.setAttribute('role', 'group');
    this.area.node.setAttribute('aria-label', 'Practice');
    this.area.hide();
    this.area.node.addEventListener('click', openPage);
    this.area.node.addEventListener('click', event => {
      if (event.target instanceof Element && event.target.closest('.sb-next')) {
        void toNextRound(this.area.node);
      }
    });
    this._watch = new MutationObserver(() => {
      this._reveal();
    });
    this._watch.observe(this.area.node, { childList: true, subtree: true });
    void cell.ready.then(() => {
      if (!this.area.isDisposed) {
        const layout = cell.layout as PanelLayout;
        layout.insertWidget(layout.widgets.length - 1, this.area);
      }
    });
  }

  readonly area: SimplifiedOutputArea;

  /** Resolves when what the cell shows is on the page. */
  get shown(): Promise<void> {
    return this._shown.promise;
  }

  /**
   * Run code of the course in the cell's name, and see it appear. A widget can be lost where the page is still restoring
   * those of an earlier kernel; then it is asked for anew.
   */
  async run(kernel: Kernel.IKernelConnection, code: string): Promise<void> {
    for (let tries = 0; tries < TRIES && !this.area.isDisposed; tries++) {
      const future = kernel.requestExecute({ code, store_history: false, allow_stdin: false, stop_on_error: false });
      this.area.future = future;
      const { content } = await future.done;
      if (content.status !== 'ok') {
        console.warn('A cell of the course did not run.', content);
        return;
      }
      if (!JSON.stringify(this.area.model.toJSON()).includes(WIDGET) || (await this._appears())) {
        return;
      }
    }
  }

  private _appears(): Promise<boolean> {
    const late = new Promise<boolean>(resolve => setTimeout(resolve, PATIENCE, false));
    return Promise.race([this.shown.then(() => true), late]);
  }

  /** The kernel has gone and comes back: what is shown stays, though nothing of it is alive. */
  rest(): void {
    this._watch.disconnect();
    this.area.node.querySelectorAll('.sb-live').forEach(one => {
      one.classList.remove('sb-live');
    });
  }

  /** Take over what was typed into the learner's own deals while nobody listened, from the page as it was before. */
  takeOver(before: LiveCell): Promise<void> {
    return takeOver(before.area.node, this.area.node, '.sb-mine', true);
  }

  dispose(): void {
    this._watch.disconnect();
    this.cell.removeClass('sb-awake');
    this.area.dispose();
  }

  private _reveal(): void {
    const node = this.area.node;
    // A form or a practice; or, of a cell with neither, whatever it makes.
    const alive = node.querySelector('.sb-practice:not([data-practice])') ?? node.querySelector('.jp-RenderedHTML');
    if (!alive || node.querySelector('.jupyter-widgets-disconnected')) {
      return;
    }
    if (alive.matches('[class*=sb-practice-]')) {
      alive.classList.add('sb-live');
    }
    this.cell.addClass('sb-awake');
    this.area.show();
    this._watch.disconnect();
    this._shown.resolve(undefined);
  }

  private readonly _watch: MutationObserver;
  private readonly _shown = new PromiseDelegate<void>();
}
