/**
 * Which notebooks are pages of the course: told by what is in their cells, and by nothing else.
 *
 * A notebook may claim anything in its metadata, its name, its folder or its signature, so none of these count. A page
 * of the course is a notebook that holds every cell of code that the build delivered, unchanged and in its order, and
 * most of its text. What else it holds (a learner's own cells) is never run and never touched.
 */
import { PageConfig, URLExt } from '@jupyterlab/coreutils';
import type { ICellModel } from '@jupyterlab/cells';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A delivered cell: what it is, and its SHA-256 (of an answer cell: the number of its exercise). `practice` and `code` are
 * folded away, `shown` is code that a learner may change.
 */
type Delivered = ['text' | 'practice' | 'code' | 'shown' | 'answer', string];

/** A page as one release delivered it. */
export interface IPage {
  /** Its name, which is its file's without ending: "01_sell_backwards". */
  name: string;
  kind: 'lesson' | 'exercises';
  title: string;
  minutes: number;
  /** The parts of a lesson. (The list of release 0.1 hasn't got them.) */
  parts?: IPart[];
  cells: Delivered[];
}

/** A part of a lesson: "Part 1", what it is about, the practices that stand in it. */
export interface IPart {
  name: string;
  title: string;
  practices: string[];
}

/** A delivered code cell in a notebook: `shown` where a learner may read and change it. */
export interface ICode {
  source: string;
  practice: boolean;
  shown: boolean;
}

/** A notebook that was recognised: the page it is, and which of its cells are what. */
export interface IRecognised {
  page: IPage;
  /** Places of the delivered code cells, with their source as delivered. Nothing else may be run by itself. */
  code: Map<number, ICode>;
  /** Places of the answer cells, with their exercise's number. */
  answers: Map<number, string>;
}

/** Is this the course in a browser alone (`sellbackwards lite`)? Nobody is asked for progress there, and no page is saved. */
export const inBrowserAlone = PageConfig.getOption('sellbackwardsAlone') === 'true';

let list: Promise<IPage[][]> | undefined;

/** The pages of every release, this one's last. The build made the list; it is fetched once. */
export function deliveredPages(): Promise<IPage[][]> {
  list ??= fetchPages();
  return list;
}

async function fetchPages(): Promise<IPage[][]> {
  const url = URLExt.join(PageConfig.getOption('fullLabextensionsUrl'), '@sellbackwards/pages.json');
  const answer = await fetch(url);
  if (!answer.ok) {
    throw new Error(`The list of the course's pages is missing (${url}: ${answer.status}); install the course again.`);
  }
  const { releases } = (await answer.json()) as { releases: Record<string, IPage[]> };
  return Object.values(releases);
}

/** The page of the course that these cells are, or null. */
export function recognise(cells: ICellModel[], pages: IPage[]): IRecognised | null {
  const found = cells.map(cell => {
    const source = cell.sharedModel.getSource();
    return { type: cell.type, source, hash: fingerprint(source) };
  });
  let best: { page: IPage; code: Map<number, ICode>; texts: number } | null = null;
  for (const page of pages) {
    const code = places(found, page);
    const wanted = hashes(page, 'text');
    const texts = found.filter(one => one.type === 'markdown' && wanted.has(one.hash)).length;
    if (code && texts * 2 >= wanted.size && texts > (best?.texts ?? 0)) {
      best = { page, code, texts };
    }
  }
  return best && { page: best.page, code: best.code, answers: answers(cells, best.page) };
}

/** Where the page's code cells stand, if all of them do, in their order; code that is there to be changed may be. */
function places(found: { type: string; source: string; hash: string }[], page: IPage): Map<number, ICode> | null {
  const code = new Map<number, ICode>();
  let from = 0;
  for (const [what, hash] of page.cells) {
    if (what === 'text' || what === 'answer') {
      continue;
    }
    const place = found.findIndex((one, n) => n >= from && one.type === 'code' && one.hash === hash);
    const cell = found[place];
    if (cell) {
      code.set(place, { source: cell.source, practice: what === 'practice', shown: what === 'shown' });
      from = place + 1;
    } else if (what !== 'shown') {
      return null;
    }
  }
  return code;
}

/** The answer cells of a page, each exercise once: by the cell's id, or by its first line where the id was lost. */
function answers(cells: ICellModel[], page: IPage): Map<number, string> {
  const wanted = hashes(page, 'answer');
  const found = new Map<number, string>();
  for (const byId of [true, false]) {
    cells.forEach((cell, n) => {
      const name = byId ? /^answer-(\d+)-(\d+)$/.exec(cell.id) : /^%%answer (\d+)\.(\d+)\s*$/m.exec(firstLine(cell));
      const exercise = name && `${name[1] ?? ''}.${name[2] ?? ''}`;
      if (cell.type === 'code' && exercise && wanted.delete(exercise)) {
        found.set(n, exercise);
      }
    });
  }
  return found;
}

function firstLine(cell: ICellModel): string {
  return cell.sharedModel.getSource().split('\n', 1)[0] ?? '';
}

function hashes(page: IPage, wanted: Delivered[0]): Set<string> {
  return new Set(page.cells.filter(([what]) => what === wanted).map(([, hash]) => hash));
}

/** The SHA-256 of a cell's source. (Not the browser's own: that one isn't there on a class's server without https.) */
function fingerprint(source: string): string {
  return bytesToHex(sha256(utf8ToBytes(source)));
}
