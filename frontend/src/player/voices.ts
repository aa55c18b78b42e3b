/** Reading a call aloud with the browser's own voices: one for the seller, one for everybody else. */
import { make } from '../dom';
import type { ICall, IUtterance } from './call';

const USUAL = 165; // words a minute at a voice's own speed
const [SLOWEST, FASTEST] = [0.8, 2.5];
const PATIENCE = 4000; // ms that a voice may be silent before the call goes on without it

/** The choices outlive a player: the next stop of a call has the same voices. */
const chosen: { on: boolean; seller: string; others: string } = { on: false, seller: '', others: '' };

export class Voices {
  constructor(
    private readonly _call: ICall,
    private readonly _changed: () => void
  ) {
    const box = make('input', { type: 'checkbox' });
    box.checked = chosen.on;
    box.addEventListener('change', () => {
      chosen.on = box.checked;
      this.hush();
      this._show();
      this._changed();
    });
    this.node = make('div', { class: 'sb-voices' }, make('label', {}, box, ' Read aloud'), this._choices);
    this._show();
    // Some browsers have their voices ready only some time after the page.
    speech()?.addEventListener('voiceschanged', () => {
      this._show();
    });
  }

  readonly node: HTMLElement;

  get on(): boolean {
    return chosen.on && this._voices().length > 0;
  }

  /** How far the call may run: until the end of what a voice hasn't finished reading. */
  get holds(): number {
    if (this._reading.size && performance.now() - this._heard > PATIENCE && !speech()?.speaking) {
      this._reading.clear(); // it has stopped without a word; the call isn't kept waiting for it
    }
    return Math.min(Infinity, ...[...this._reading].map(one => one.end));
  }

  /**
   * Read what begins now. The voice is given the speed that people had; where it needs longer all the same, the clock
   * waits (`holds`). The browser reads one after the other, so where two people speak at once, the second one waits.
   */
  read(one: IUtterance, rate: number): void {
    const synthesis = speech();
    if (!this.on || !synthesis) {
      return;
    }
    const speaking = new SpeechSynthesisUtterance(one.text);
    const voice = this._voiceOf(one.by.side);
    if (voice) {
      speaking.voice = voice;
      speaking.lang = voice.lang;
    }
    const words = one.text.split(/\s+/).length;
    const pace = (60 * words) / Math.max(0.3, one.end - one.start) / USUAL;
    speaking.rate = Math.min(FASTEST, Math.max(SLOWEST, pace) * rate);
    const done = (): void => {
      this._reading.delete(one);
      this._heard = performance.now();
    };
    speaking.addEventListener('end', done);
    speaking.addEventListener('error', done);
    this._reading.add(one);
    this._heard = performance.now();
    synthesis.speak(speaking);
  }

  /** Be quiet at once. */
  hush(): void {
    if (this._reading.size) {
      this._reading.clear();
      speech()?.cancel();
    }
  }

  private _voices(): SpeechSynthesisVoice[] {
    const all = speech()?.getVoices() ?? [];
    const english = all.filter(voice => voice.lang.toLowerCase().startsWith('en'));
    return english.length ? english : all;
  }

  private _voiceOf(side: string): SpeechSynthesisVoice | undefined {
    const voices = this._voices();
    const seller = voices.find(voice => voice.voiceURI === chosen.seller) ?? voices[0];
    const others = voices.find(voice => voice.voiceURI === chosen.others) ?? voices.find(voice => voice !== seller);
    return side === 'seller' ? seller : (others ?? seller);
  }

  /** No voices: nothing is offered. The two lists are there as soon as it is switched on. */
  private _show(): void {
    const voices = this._voices();
    this.node.hidden = !voices.length;
    this._choices.replaceChildren();
    if (!this.on) {
      return;
    }
    const seller = this._call.speakers.find(one => one.side === 'seller');
    const others = this._call.speakers.filter(one => one !== seller);
    for (const [key, who] of [
      ['seller', seller?.name],
      ['others', others.length === 1 ? others[0]?.name : others.length ? 'The others' : undefined]
    ] as const) {
      if (who === undefined) {
        continue;
      }
      const list = make('select');
      for (const voice of voices) {
        list.append(make('option', { value: voice.voiceURI }, `${voice.name} (${voice.lang})`));
      }
      list.value = this._voiceOf(key === 'seller' ? 'seller' : 'buyer')?.voiceURI ?? '';
      list.addEventListener('change', () => {
        chosen[key] = list.value;
      });
      this._choices.append(make('label', {}, `Voice: ${who} `, list));
    }
  }

  private readonly _choices = make('span', { class: 'sb-choices' });
  private readonly _reading = new Set<IUtterance>();
  private _heard = 0;
}

function speech(): SpeechSynthesis | undefined {
  return (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis;
}
