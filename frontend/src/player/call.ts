/** A call to be played, as `sellbackwards.calls.player` wrote it: a list of turns, each with what was said and when. */

export interface ISpeaker {
  name: string;
  /** seller, buyer or other: their colour. */
  side: string;
}

/** Words said in one go; times are seconds from the call's first word. */
export interface IUtterance {
  by: ISpeaker;
  text: string;
  start: number;
  end: number;
  /** The line of the transcript that it stands in. */
  line: HTMLElement;
}

export interface ICall {
  speakers: ISpeaker[];
  /** By start; they may overlap, as people do. */
  said: IUtterance[];
  /** Where each turn begins, in order. */
  turns: number[];
  begin: number;
  end: number;
  /** The seller's questions: when, and whether it is an open one. */
  asked: [number, boolean][];
}

const SIDES = ['seller', 'buyer', 'other'];

/** The call in a block of the page; null where the block holds none that can be played. */
export function readCall(block: HTMLElement): ICall | null {
  const speakers = new Map<string, ISpeaker>();
  const said: IUtterance[] = [];
  const turns: number[] = [];
  for (const line of block.querySelectorAll<HTMLElement>('.sb-said > li')) {
    const name = (line.querySelector('b')?.textContent ?? '').replace(/:$/, '');
    const by = speakers.get(name) ?? { name, side: SIDES.find(side => line.classList.contains(`sb-of-${side}`)) ?? 'other' };
    speakers.set(name, by);
    const spoken = [...line.querySelectorAll('[class^="sb-at-"]')].map(node => {
      const [start = NaN, end = NaN] = times(node);
      return { by, text: node.textContent, start, end, line };
    });
    if (spoken[0]) {
      turns.push(spoken[0].start);
    }
    said.push(...spoken);
  }
  if (!said.length || !said.every(one => one.end >= one.start)) {
    return null;
  }
  said.sort((one, other) => one.start - other.start);
  turns.sort((one, other) => one - other);
  const asked = [...block.querySelectorAll('.sb-asks')].map((node): [number, boolean] => [
    times(node)[0] ?? 0,
    node.classList.contains('sb-open')
  ]);
  const order = [...speakers.values()].sort((one, other) => SIDES.indexOf(one.side) - SIDES.indexOf(other.side));
  const end = Math.max(...said.map(one => one.end));
  return { speakers: order, said, turns, begin: turns[0] ?? 0, end, asked };
}

/** The seconds in a class like "sb-at-1500-2500". A page that JupyterLab doesn't trust yet keeps classes, and no data-…. */
function times(node: Element): number[] {
  const found = [...node.classList].find(name => name.startsWith('sb-at-')) ?? '';
  return found.split('-').slice(2).map(text => Number(text) / 1000);
}

/** Seconds as "7:27". */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds + 1e-6);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
