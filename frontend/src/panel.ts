/** The course's panel on the left: every page with its progress and minutes, what is due today, where to go on. */
import { LabIcon } from '@jupyterlab/ui-components';
import { Widget } from '@lumino/widgets';
import { shortName, titleOf, type Course } from './course';
import { button, make, progress } from './dom';
import type { IPage } from './pages';

const ICON = new LabIcon({
  name: 'sellbackwards:course',
  svgstr:
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24"><path class="jp-icon3" fill="#616161" ' +
    'd="M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zm2 1.6v10.8c2-.4 3.6-.2 5 .6V7.6C9.700 6.400 8 6.200 6 6.600zm12 ' +
    '0c-2-.4-3.700-.2-5 1v10.400c1.400-.8 3-1 5-.6z"/></svg>'
});

/** So little room (a page at 400 %, a phone) that beside the panel no page could be read: the panel is there when it is asked for. */
export const NARROW = window.matchMedia('(max-width: 700px)');

/** In the browser's own store: whoever folds the panel away finds it so after a reload; JupyterLab forgets it, as it comes late. */
const FOLDED = 'sellbackwards:panel-folded';

export class CoursePanel extends Widget {
  /** `open` opens a page, at a part or an exercise where one is named. */
  constructor(
    private readonly _course: Course,
    private readonly _open: (page: IPage, place?: string) => void
  ) {
    super();
    this.id = 'course-panel';
    this.addClass('course-panel');
    this.title.icon = ICON;
    this.title.caption = 'The course: its pages, and how far you are';
    this.node.setAttribute('role', 'region');
    this.node.setAttribute('aria-label', 'The course');
    _course.changed.connect(this._show, this);
  }

  /** The page in front. */
  set current(page: IPage | null) {
    this._current = page;
    this._show();
  }

  /** From the page to the panel, at the page in front; and back to where one was. */
  comeOrGo(): void {
    const { activeElement } = document;
    if (this.node.contains(activeElement)) {
      this._from?.focus();
    } else {
      this._from = activeElement instanceof HTMLElement ? activeElement : null;
      const here = this.node.querySelector<HTMLElement>('[aria-current=page]') ?? this.node.querySelector('button');
      here?.focus();
    }
  }

  /** Is it to be in front as it comes? Unless somebody folded it away, or preferred another panel. */
  get wanted(): boolean {
    return !NARROW.matches && localStorage.getItem(FOLDED) === null;
  }

  protected override onAfterShow(): void {
    if (!NARROW.matches) {
      localStorage.removeItem(FOLDED);
    }
  }

  protected override onAfterHide(): void {
    if (!NARROW.matches) {
      localStorage.setItem(FOLDED, 'yes'); // in a narrow window it goes without anybody's wish
    }
  }

  private _show(): void {
    const focused = this.node.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const { pages, goOn } = this._course;
    this.node.replaceChildren(
      make('h2', {}, 'Selling Backwards'),
      ...(goOn ? [this._goOn(goOn.page, goOn.place)] : []),
      this._due(),
      make('p', { class: 'course-keys' }, make('kbd', {}, 'F6'), ' goes from the page to here, and back.'),
      make('ol', { class: 'course-pages' }, ...pages.map(page => this._row(page)))
    );
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  private _goOn(page: IPage, place: string): HTMLElement {
    const said = `${this._course.begun ? 'Go on' : 'Begin'}: ${shortName(page)}${place && `, ${place}`}`;
    return button(said, { id: 'course-go-on', class: 'course-go-on' }, () => {
      this._open(page, place);
    });
  }

  private _due(): HTMLElement {
    const due = Object.entries(this._course.status?.due ?? {});
    const next = this._course.status?.next;
    if (!due.length) {
      return make('p', { class: 'course-due' }, next ? `Nothing to come back to today. Next: ${next}.` : '');
    }
    const lessons = due.map(([number, rounds]) => `${rounds} in lesson ${number}`).join(', ');
    return make('p', { class: 'course-due' }, make('b', {}, 'To come back to today: '), lessons);
  }

  private _row(page: IPage): HTMLElement {
    const done = this._course.done(page);
    const all = done !== null && done[0] === done[1];
    const link = button('', { id: `course-${page.kind}-${page.name}`, class: 'course-link' }, () => {
      this._open(page);
    });
    const label = shortName(page);
    const title = titleOf(page);
    link.append(make('span', { class: 'course-name' }, label === title ? title : `${label} · ${title}`));
    const about: (Node | string)[] = [];
    if (done) {
      about.push(all ? make('span', { class: 'course-all' }, '✓ done') : progress(done, `${label}: done`));
    }
    if (page.minutes) {
      about.push(`${page.minutes} min`);
    }
    link.append(make('span', { class: 'course-about' }, ...about.flatMap((one, n) => (n ? [' · ', one] : [one]))));
    if (this._current?.name === page.name && this._current.kind === page.kind) {
      link.setAttribute('aria-current', 'page');
    }
    return make('li', { class: `course-${page.kind}` }, link);
  }

  private _current: IPage | null = null;
  private _from: HTMLElement | null = null;
}
