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
import { takeOver } from './dom';
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
    this.live.area.node.setAttribute('aria-label', `Exercise ${exercise}`);
    // A key that is pressed in a form is the form's: none of it is a command of the notebook.
    this.live.area.node.dataset.lmSuppressShortcuts = 'true';
    for (const kind of ['mousedown', 'keydown', 'focusin', 'dblclick']) {
      this.live.area.node.addEventListener(kind, event => {
        event.stopPropagation();
      });
    }
    this.live.area.node.addEventListener('input', () => {
      this._typed = true;
    });
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
      await takeOver(before.live.area.node, this.live.area.node, '', this._source === before._source);
      before._end();
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

  /**
   * Go there: to its task, with a chart that belongs to it, and to its first control. Where they don't fit on one screen,
   * one reads first: the task's beginning is in view and has the focus, and the Tab key goes on to the control.
   */
  focus(): void {
    const first = controlsIn(this.live.area.node).find(one => one.checkVisibility({ visibilityProperty: true }));
    const cells = [...(this.cell.node.parentElement?.children ?? [])] as HTMLElement[];
    const here = cells.indexOf(this.cell.node);
    const last = cells.map(one => one.matches('.sb-answer')).lastIndexOf(true, here - 1);
    const from = cells[last < 0 ? here - 1 : last + 1]; // before the first exercise, the page itself begins
    from?.scrollIntoView({ block: 'start' });
    const fits = first && first.getBoundingClientRect().bottom <= window.innerHeight;
    (fits ? first : from)?.focus({ preventScroll: true });
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
    const asked = !yes && this.cell.hasClass('sb-as-form') && this.live.area.node.contains(document.activeElement);
    this.cell.toggleClass('sb-as-form', yes);
    this.cell.removeClass('sb-waiting');
    const { editor } = this.cell;
    editor?.setOption('tabFocusable', !yes);
    if (asked && editor) {
      const end = editor.getPositionAt(this.cell.model.sharedModel.getSource().length);
      if (end) {
        editor.setCursorPosition(end); // and not before the first line, which says whose answer it is
      }
      editor.focus();
    }
  }

  /** The kernel has gone and comes back: the controls stay, and can be typed into. */
  rest(): void {
    this._comm = undefined;
    this.live.rest();
    this.live.area.node.querySelector('.sb-form')?.classList.replace('sb-form', 'sb-resting');
  }

  /** Have the cell say at once what was typed and the kernel hasn't passed on yet; where the form is one text box, and no talk. */
  arrive(): void {
    const { node } = this.live.area;
    const [box, ...others] = node.querySelectorAll<HTMLTextAreaElement>('textarea, input, select');
    if (this._typed && box?.matches('textarea') && !others.length && box.value && !node.querySelector('[role=log]')) {
      this._write(box.value);
    }
  }

  /** The cell is a text box again, with what was answered in it. */
  dispose(): void {
    if (!this._comm) {
      this.arrive();
    }
    this.asForm(false);
    this._end();
  }

  private _end(): void {
    this.cell.model.sharedModel.changed.disconnect(this._changed, this);
    this._comm = undefined;
    this.live.dispose();
  }

  private _hear(message: IMessage): void {
    if (message.text !== undefined) {
      this._write(message.text);
    }
    if (message.form !== undefined) {
      this.asForm(message.form);
    }
    if (message.do) {
      this.acts(this, message.do);
    }
  }

  private _write(text: string): void {
    this._source = `%%answer ${this.exercise}\n${text}`;
    if (this._source !== this.cell.model.sharedModel.getSource()) {
      this.cell.model.sharedModel.setSource(this._source);
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
  private _typed = false;
}

function controlsIn(node: HTMLElement): HTMLElement[] {
  return [...node.querySelectorAll<HTMLElement>('textarea, input, select, button')];
}
