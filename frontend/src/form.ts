/**
 * An answer cell as a form. The controls, the buttons and the card are the kernel's (`sellbackwards.practice.forms`);
 * what stands in the cell stays the truth. The two talk over a comm, in data alone:
 *
 *     to the kernel    {source}                the cell's text, at first and whenever it was changed by other means
 *                      {check: true}           judge it now
 *     from the kernel  {text}                  what the controls say: written under the cell's first line
 *                      {form: true | false}    show the controls, or (as they can't show it, or on request) the text box
 *                      {do: "next" | "checked"}   a button was pressed
 */
import type { CodeCell } from '@jupyterlab/cells';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Kernel } from '@jupyterlab/services';
import { LiveCell } from './live';

/** The comm's name, in the kernel as well. */
export const TARGET = 'sellbackwards.form';

interface IMessage {
  text?: string;
  form?: boolean;
  do?: 'next' | 'checked';
}

export class AnswerForm {
  /** `acts` is told what the page has to do. */
  constructor(
    readonly cell: CodeCell,
    readonly exercise: string,
    rendermime: IRenderMimeRegistry,
    private readonly acts: (form: AnswerForm, what: 'next' | 'checked') => void
  ) {
    this.live = new LiveCell(cell, rendermime);
    this.live.area.addClass('sb-form-area');
    // A key that is pressed in a form is the form's: none of it is a command of the notebook.
    this.live.area.node.dataset.lmSuppressShortcuts = 'true';
    for (const kind of ['mousedown', 'keydown', 'focusin', 'dblclick']) {
      this.live.area.node.addEventListener(kind, event => {
        event.stopPropagation();
      });
    }
    cell.model.sharedModel.changed.connect(this._changed, this);
  }

  readonly live: LiveCell;

  /** Ask the kernel for the form. The exercise's number is all that goes into the code. */
  async open(kernel: Kernel.IKernelConnection): Promise<void> {
    if (!/^\d{1,2}\.\d{1,2}$/.test(this.exercise)) {
      return;
    }
    await this.live.run(kernel, `from sellbackwards.practice.forms import form; form("${this.exercise}")`);
  }

  /** The kernel has opened the form's comm. */
  connect(comm: Kernel.IComm): void {
    this._comm = comm;
    comm.onMsg = message => {
      this._hear(message.content.data);
    };
    this._source = this.cell.model.sharedModel.getSource();
    comm.send({ source: this._source });
  }

  /** Judge what stands there now, in place. */
  check(): void {
    this._comm?.send({ check: true });
  }

  /** Go there, as by keyboard: its first control has the focus, and its task is in view. */
  focus(): void {
    const first = this.live.area.node.querySelector<HTMLElement>('textarea, input, select, button');
    this.cell.node.previousElementSibling?.scrollIntoView({ block: 'start' });
    first?.focus({ preventScroll: true });
  }

  /** Bring the card into view, once it is there; the focus stays where it is. */
  showCard(): void {
    requestAnimationFrame(() => {
      this.live.area.node.querySelector('[data-card]')?.scrollIntoView({ block: 'nearest' });
    });
  }

  /** Is it awake? */
  get connected(): boolean {
    return this._comm !== undefined;
  }

  /** Show the controls, or the cell's own text box. */
  asForm(yes: boolean): void {
    this.cell.toggleClass('sb-as-form', yes);
    this.cell.removeClass('sb-waiting');
  }

  /** The cell is a text box again, with what was answered in it. */
  dispose(): void {
    this.cell.model.sharedModel.changed.disconnect(this._changed, this);
    this.asForm(false);
    this._comm = undefined;
    this.live.dispose();
  }

  private _hear(message: IMessage): void {
    if (message.text !== undefined) {
      this._source = `%%answer ${this.exercise}\n${message.text}`;
      this.cell.model.sharedModel.setSource(this._source);
    }
    if (message.form !== undefined) {
      this.asForm(message.form);
    }
    if (message.do) {
      this.acts(this, message.do);
    }
  }

  private _changed(): void {
    const source = this.cell.model.sharedModel.getSource();
    if (source !== this._source && this._comm) {
      this._source = source;
      this._comm.send({ source });
    }
  }

  private _comm: Kernel.IComm | undefined;
  private _source = '';
}
