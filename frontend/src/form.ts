/**
 * An answer cell as a form. The controls, the buttons and the card are the kernel's (`sellbackwards.practice.forms`);
 * what stands in the cell stays the truth. The two talk over a comm, in data alone:
 *
 *     as it is opened  {exercise, token}       the token tells whose it is: a page may be open in two windows
 *     to the kernel    {source}                the cell's text, at first and whenever it was changed by other means
 *                      {check: true}           judge it now
 *     from the kernel  {text}                  what the controls say: written under the cell's first line
 *                      {form: true | false}    show the controls, or (as they can't show it, or on request) the text box
 *                      {do: "next" | "checked"}   a button was pressed
 */
import type { CodeCell } from '@jupyterlab/cells';
import type { IRenderMimeRegistry } from '@jupyterlab/rendermime';
import type { Kernel } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
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
  readonly token = UUID.uuid4();

  /**
   * Ask the kernel for the form. The exercise's number and the token are all that goes into the code. `before` is the form
   * of a kernel that went: it stays until this one is there, with what was typed into it.
   */
  async open(kernel: Kernel.IKernelConnection, before?: AnswerForm): Promise<void> {
    if (/^\d{1,2}\.\d{1,2}$/.test(this.exercise)) {
      const code = `from sellbackwards.practice.forms import form; form("${this.exercise}", "${this.token}")`;
      await this.live.run(kernel, code);
    }
    if (before) {
      await this._controlsAsIn(before);
      before._handOver(this);
    }
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

  /** Go there: its task is in view, and its first control has the focus (of a long task, the task: Tab goes on to the control). */
  focus(): void {
    const first = controlsIn(this.live.area.node).find(one => one.checkVisibility({ visibilityProperty: true }));
    const task = this.cell.node.previousElementSibling;
    task?.scrollIntoView({ block: 'start' });
    const inView = first && first.getBoundingClientRect().bottom < window.innerHeight;
    (inView || !(task instanceof HTMLElement) ? first : task)?.focus({ preventScroll: true });
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

  /** The kernel has gone and comes back: the controls stay, and can be typed into. */
  rest(): void {
    this._comm = undefined;
    this.live.rest();
    this.live.area.node.querySelector('.sb-form')?.classList.replace('sb-form', 'sb-resting');
  }

  /** The cell is a text box again, with what was answered in it. */
  dispose(): void {
    const [box, ...others] = this.live.area.node.querySelectorAll<HTMLTextAreaElement>('textarea, input, select');
    if (!this._comm && box?.matches('textarea') && !others.length && box.value) {
      this.cell.model.sharedModel.setSource(`%%answer ${this.exercise}\n${box.value}`); // with what the kernel didn't hear
    }
    this.asForm(false);
    this._end();
  }

  private _end(): void {
    this.cell.model.sharedModel.changed.disconnect(this._changed, this);
    this._comm = undefined;
    this.live.dispose();
  }

  /** Wait until this form has its controls, but not for long. */
  private async _controlsAsIn(before: AnswerForm): Promise<void> {
    const wanted = controlsIn(before.live.area.node).length;
    for (let tries = 0; tries < 40 && controlsIn(this.live.area.node).length < wanted; tries++) {
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  /** Another form takes this one's place: what was typed since the kernel went is typed anew, and the focus goes along. */
  private _handOver(other: AnswerForm): void {
    const controls = controlsIn(other.live.area.node);
    controlsIn(this.live.area.node).forEach((one, n) => {
      const its = controls[n];
      if (isBox(one) && isBox(its) && one.value && one.value !== its.value && this._source === other._source) {
        its.value = one.value;
        its.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (one === document.activeElement) {
        its?.focus({ preventScroll: true });
      }
    });
    this._end();
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

function controlsIn(node: HTMLElement): HTMLElement[] {
  return [...node.querySelectorAll<HTMLElement>('textarea, input, select, button')];
}

function isBox(node: HTMLElement | undefined): node is HTMLTextAreaElement {
  return node?.matches('textarea, input[type=text]') ?? false;
}
