/** Turns each block that holds a call into a player. Without this script it is a transcript to read. */
import { button, make } from '../dom';
import { clockText, readCall, type ICall, type IUtterance } from './call';
import { Clock } from './clock';
import { Strip } from './strip';
import { Voices } from './voices';

const TICK = 50; // ms
const STEP = 5; // seconds that an arrow key moves
const SILENCE = 1; // seconds from which on the captions say that nobody speaks
const RATES = [1, 1.5, 2];

/** The speed outlives a player. */
let rate = 1;

export class Player {
  constructor(
    private readonly _block: HTMLElement,
    private readonly _call: ICall
  ) {
    this._clock = new Clock(_call.begin, _call.end, () => this._voices.holds);
    this._voices = new Voices(_call, () => {
      this.seek(this._clock.position);
    });
    this._strip = new Strip(_call, seconds => {
      this.seek(seconds);
    });
    const back = button('Back a turn', { 'aria-label': 'Back a turn, key: Page Up' }, () => {
      this.turn(-1);
    });
    const on = button('Next turn', { 'aria-label': 'Next turn, key: Page Down' }, () => {
      this.turn(1);
    });
    this._play = button('', { class: 'sb-play-button' }, () => {
      this.toggle();
    });
    const speed = make('select');
    speed.append(...RATES.map(one => make('option', { value: String(one) }, `${one}×`)));
    speed.value = String(rate);
    speed.addEventListener('change', () => {
      this._setRate(Number(speed.value));
    });
    this._speed = speed;
    const controls = make('div', { class: 'sb-controls' }, this._play, back, on, make('label', {}, 'Speed ', speed), this._time);
    const said = _block.querySelector('.sb-note')?.textContent;
    const note = said ? [make('p', { class: 'sb-note' }, said)] : [];
    // Never spoken by themselves: whoever listens to a screen reader would hear both at once.
    this._captions = make('div', { class: 'sb-captions', role: 'group', 'aria-label': 'Captions' });
    const player = make('div', { class: 'sb-plays', role: 'group', 'aria-label': 'Player', 'data-lm-suppress-shortcuts': 'true' });
    player.append(this._strip.node, controls, this._captions, this._voices.node, ...note);
    player.addEventListener('keydown', event => {
      this._pressed(event);
    });
    this.node = player;
    this._put(player);
    this._show(true);
  }

  readonly node: HTMLElement;

  toggle(): void {
    if (this._clock.running) {
      this.pause();
    } else {
      this.play();
    }
  }

  play(): void {
    Player._playing?.pause();
    Player._playing = this;
    this._speed.value = String(rate);
    this._clock.rate = rate;
    if (this._clock.position >= this._call.end) {
      this._clock.position = this._call.begin;
    }
    if (this._voices.on) {
      // A voice can't begin in the middle of a sentence: what was being said begins again.
      this._clock.position = Math.min(this._clock.position, ...this._speaking().map(one => one.start));
    }
    this._spoken = this._clock.position - 0.001;
    this._clock.run();
    this._timer = window.setInterval(() => {
      this._tick();
    }, TICK);
    this._tick();
    this._show(true);
  }

  pause(): void {
    window.clearInterval(this._timer);
    this._clock.stop();
    this._voices.hush();
    if (Player._playing === this) {
      Player._playing = undefined;
    }
    this._show(true);
  }

  /** Go to a second of the call; if it was playing, it plays on from there. */
  seek(seconds: number): void {
    const running = this._clock.running;
    this._voices.hush();
    this._clock.position = seconds;
    if (running) {
      this.play();
    } else {
      this._show(true);
    }
  }

  /** A turn on; or back: to the beginning of this one, or of the one before where this one has hardly begun. */
  turn(step: 1 | -1): void {
    const at = this._clock.position;
    const { turns, begin, end } = this._call;
    this.seek(step > 0 ? (turns.find(one => one > at + 0.05) ?? end) : (turns.filter(one => one < at - 1).at(-1) ?? begin));
  }

  private _setRate(wanted: number): void {
    rate = wanted;
    this._clock.rate = wanted;
    this._show(true);
  }

  private _tick(): void {
    if (!this.node.isConnected) {
      this.pause();
      return;
    }
    const at = this._clock.position;
    for (const one of this._call.said.filter(({ start }) => start > this._spoken && start <= at)) {
      this._voices.read(one, rate);
    }
    this._spoken = at;
    if (at >= this._call.end) {
      this.pause();
      return;
    }
    this._show(false);
  }

  private _speaking(): IUtterance[] {
    const at = this._clock.position;
    return this._call.said.filter(one => one.start <= at && at < one.end);
  }

  /** Show where it is; `told` also where a screen reader looks, which is left in peace while it plays. */
  private _show(told: boolean): void {
    const at = this._clock.position;
    const { end } = this._call;
    const running = this._clock.running;
    const speaking = this._speaking();
    // Whoever wants no motion gets a line that goes on once a second.
    this._strip.move(running && still.matches ? Math.floor(at) : at);
    const left = clockText(Math.ceil((end - at) / rate));
    const time = `${clockText(at)} of ${clockText(end)}, ${left} left${rate === 1 ? '' : ` at ${rate}×`}`;
    if (this._time.textContent !== time) {
      this._time.textContent = time;
    }
    if (told) {
      this._strip.tell(at, speaking);
      this._play.textContent = running ? 'Pause' : at >= end ? 'Play again' : 'Play';
      this._play.setAttribute('aria-label', `${this._play.textContent}, key: space`);
      this.node.classList.toggle('sb-playing', running);
    }
    this._caption(at, speaking);
  }

  /** What is being said, by both where both speak; in a silence, that it is one; in a short pause or at the end, the last words. */
  private _caption(at: number, speaking: IUtterance[]): void {
    const { said } = this._call;
    const last = said.filter(one => one.end <= at).reduce((most, one) => Math.max(most, one.end), -Infinity);
    const next = said.find(one => one.start > at)?.start;
    const silence = !speaking.length && next !== undefined && next - last >= SILENCE;
    const shown = speaking.length || silence ? speaking : said.filter(one => one.end === last);
    const key = `${shown.map(one => said.indexOf(one)).join()}${silence ? '-' : ''}`;
    if (key === this._shown) {
      return;
    }
    this._shown = key;
    this._strip.light(shown);
    this._block.querySelectorAll('.sb-said > .sb-now').forEach(line => {
      line.classList.remove('sb-now');
      line.removeAttribute('aria-current');
    });
    for (const { line } of shown) {
      line.classList.add('sb-now');
      line.setAttribute('aria-current', 'true');
    }
    this._captions.replaceChildren(
      ...shown.map(one => make('p', { class: `sb-by-${one.by.side}` }, make('b', {}, `${one.by.name}: `), one.text)),
      ...(silence ? [make('p', { class: 'sb-silence' }, `(${(next - last).toFixed(1)} seconds of silence)`)] : [])
    );
  }

  private _pressed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.matches('select, input') || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const at = this._clock.position;
    const does: Record<string, (() => void) | undefined> = {
      ' ': target.matches('button')
        ? undefined
        : () => {
            this.toggle();
          },
      ArrowRight: () => {
        this.seek(at + STEP);
      },
      ArrowLeft: () => {
        this.seek(at - STEP);
      },
      ArrowUp: () => {
        this.seek(at + STEP);
      },
      ArrowDown: () => {
        this.seek(at - STEP);
      },
      Home: () => {
        this.seek(this._call.begin);
      },
      End: () => {
        this.seek(this._call.end);
      },
      PageDown: () => {
        this.turn(1);
      },
      PageUp: () => {
        this.turn(-1);
      }
    };
    const act = does[event.key];
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  /** In the place of the picture of the chart, whose words stay for those who don't see it; else before the transcript. */
  private _put(player: HTMLElement): void {
    const picture = this._block.querySelector('img');
    if (picture) {
      player.prepend(make('p', { class: 'sb-unseen' }, picture.alt));
      picture.replaceWith(player);
    } else {
      this._block.prepend(player);
    }
  }

  /** Only one plays at a time. */
  private static _playing: Player | undefined;
  private readonly _clock: Clock;
  private readonly _voices: Voices;
  private readonly _strip: Strip;
  private readonly _captions: HTMLElement;
  private readonly _play: HTMLButtonElement;
  private readonly _speed: HTMLSelectElement;
  private readonly _time = make('span', { class: 'sb-time' });
  private _timer = 0;
  private _spoken = -Infinity;
  private _shown: string | undefined;
}

const still = window.matchMedia('(prefers-reduced-motion: reduce)');

/** Make players of all the calls on the page, and of those that come. */
export function wakePlayers(): void {
  const blocks = document.getElementsByClassName('sb-player');
  const wake = (): void => {
    for (const block of blocks) {
      if (!block.classList.contains('sb-awake-player')) {
        block.classList.add('sb-awake-player');
        const call = readCall(block as HTMLElement);
        if (call) {
          new Player(block as HTMLElement, call);
        }
      }
    }
  };
  wake();
  new MutationObserver(wake).observe(document.body, { childList: true, subtree: true });
}
