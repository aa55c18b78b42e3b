/** The chart that a call plays on: a row for each speaker, a bar for each time they speak, and a line that moves. */
import { make } from '../dom';
import { clockText, type ICall, type IUtterance } from './call';

const ROWS = 7; // speakers with a row of their own; the rest share one

export class Strip {
  constructor(
    private readonly _call: ICall,
    seek: (seconds: number) => void
  ) {
    const { speakers, said, asked, begin, end } = _call;
    const length = end - begin || 1;
    const left = (seconds: number): string => `${(100 * (seconds - begin)) / length}%`;
    const rows = speakers.slice(0, speakers.length > ROWS ? ROWS - 1 : ROWS);
    const others = speakers.length > rows.length;
    this._line = make('span', { class: 'sb-line' });
    const area = make('div', { class: 'sb-bars' });
    const marks = make('div', { class: 'sb-marks' });
    for (const [at, open] of asked) {
      const mark = make('span', { class: open ? 'sb-open' : '' }, open ? '▼' : '▽');
      mark.style.left = left(at);
      marks.append(mark);
    }
    area.append(...(asked.length ? [marks] : []));
    const names = make('div', { class: asked.length ? 'sb-names sb-below-marks' : 'sb-names' });
    for (const speaker of [...rows, ...(others ? [null] : [])]) {
      const name = make('span', {}, speaker ? speaker.name : `${speakers.length - rows.length} others`);
      names.append(name);
      const row = make('div', { class: 'sb-row' });
      for (const one of said.filter(({ by }) => (speaker ? by === speaker : !rows.includes(by)))) {
        const bar = make('span', { class: `sb-bar sb-is-${one.by.side}` });
        bar.style.left = left(one.start);
        bar.style.width = `${(100 * (one.end - one.start)) / length}%`;
        this._bars.set(one, [bar, name]);
        row.append(bar);
      }
      area.append(row);
    }
    area.append(this._line);
    const step = [15, 30, 60, 120, 300, 600, 1800].find(seconds => length / seconds <= 10) ?? 3600;
    const ticks = make('div', { class: 'sb-ticks' });
    for (let at = Math.ceil(begin / step) * step; at <= end; at += step) {
      const tick = make('span', {}, clockText(at));
      tick.style.left = left(at);
      ticks.append(tick);
    }
    area.append(ticks);
    this.slider = area;
    for (const [name, value] of Object.entries({
      role: 'slider',
      tabindex: '0',
      'aria-label':
        'Place in the call. Space plays and pauses, the arrow keys move by five seconds, Page Up and Page Down by a turn.',
      'aria-valuemin': '0',
      'aria-valuemax': String(Math.round(length))
    })) {
      area.setAttribute(name, value);
    }
    const to = (event: PointerEvent): void => {
      const box = area.getBoundingClientRect();
      seek(begin + (length * (event.clientX - box.left)) / box.width);
    };
    area.addEventListener('pointerdown', event => {
      area.setPointerCapture(event.pointerId);
      to(event);
    });
    area.addEventListener('pointermove', event => {
      if (area.hasPointerCapture(event.pointerId)) {
        to(event);
      }
    });
    const legend = make('p', { class: 'sb-legend' }, `▼ open question   ▽ another question`);
    this.node = make('div', {}, ...(asked.length ? [legend] : []), make('div', { class: 'sb-strip' }, names, area));
  }

  readonly node: HTMLElement;
  readonly slider: HTMLElement;

  /** Move the line. */
  move(seconds: number): void {
    const { begin, end } = this._call;
    this._line.style.left = `${(100 * (seconds - begin)) / (end - begin || 1)}%`;
  }

  /** Say where it is. Not while it plays: a screen reader reads out each change of a slider that has the focus. */
  tell(seconds: number, speaking: IUtterance[]): void {
    const { begin, end } = this._call;
    const who = speaking.length ? `${speaking.map(one => one.by.name).join(' and ')} speaking` : 'nobody speaking';
    this.slider.setAttribute('aria-valuenow', String(Math.round(seconds - begin)));
    this.slider.setAttribute('aria-valuetext', `${clockText(seconds)} of ${clockText(end)}, ${who}`);
  }

  /** Light up who speaks. */
  light(speaking: IUtterance[]): void {
    for (const [bar, name] of this._lit) {
      bar.classList.remove('sb-now');
      name.classList.remove('sb-now');
    }
    this._lit = speaking.flatMap(one => {
      const found = this._bars.get(one);
      return found ? [found] : [];
    });
    for (const [bar, name] of this._lit) {
      bar.classList.add('sb-now');
      name.classList.add('sb-now');
    }
  }

  private readonly _line: HTMLElement;
  private readonly _bars = new Map<IUtterance, [HTMLElement, HTMLElement]>();
  private _lit: [HTMLElement, HTMLElement][] = [];
}
