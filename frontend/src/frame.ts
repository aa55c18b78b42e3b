/** What stands around a page: its header above, the way on below, and the name on its tab. */
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import type { PanelLayout } from '@lumino/widgets';
import { fullName, shortName, titleOf, type Course } from './course';
import { button, make, progress } from './dom';
import { keepFileName } from './inside';
import type { CoursePage } from './page';
import type { IPart } from './pages';
import { slidesOf } from './slides';

/** What a page's frame can ask for: `plain` shows the notebook as JupyterLab does, or the page again; `present` shows slides. */
interface IWays {
  plain: (yes: boolean) => void;
  present: () => void;
}

/** Give a page its frame. */
export function frame(open: CoursePage, course: Course, { plain, present }: IWays): void {
  const { panel, page } = open;
  const parts = page.parts ?? [];
  const header = new Widget({ node: make('div', { class: 'sb-header', role: 'group', 'aria-label': 'This page' }) });
  const done = make('span', { class: 'sb-progress' });
  const toggle = button('Show the notebook', { class: 'sb-quiet', 'aria-pressed': 'false' }, () => {
    const yes = toggle.getAttribute('aria-pressed') === 'false';
    toggle.setAttribute('aria-pressed', String(yes));
    toggle.textContent = yes ? 'Show the page' : 'Show the notebook';
    plain(yes);
  });
  const name = shortName(page) === titleOf(page) ? '' : make('span', { class: 'sb-title' }, ` ${titleOf(page)}`);
  const ways = make('nav', { class: 'sb-parts', 'aria-label': 'The parts of this lesson' });
  header.node.append(make('span', { class: 'sb-where' }, make('b', {}, shortName(page)), name));
  const slides = slidesOf(panel).length > 1 ? [button('Show as slides', { class: 'sb-quiet sb-present' }, present)] : [];
  header.node.append(...(parts.length ? [ways] : []), done, ...slides, toggle);
  panel.contentHeader.addWidget(header);
  panel.node.append(noticeOf(open));

  const foot = new Widget({ node: make('nav', { class: 'sb-foot', 'aria-label': 'The way on' }) });
  const last = panel.content.widgets.at(-1);
  void last?.ready.then(() => {
    (last.layout as PanelLayout).addWidget(foot);
  });

  const show = (): void => {
    const now = course.done(page);
    const what = `${page.kind === 'lesson' ? 'round' : 'exercise'}${now?.[1] === 1 ? '' : 's'} done`;
    done.replaceChildren(...(now ? [progress(now, what), ` ${what}`] : []));
    ways.replaceChildren(...parts.map(part => wayTo(open, part, course.doneIn(page, part.practices))));
    const place = course.pages.findIndex(one => one.name === page.name && one.kind === page.kind);
    foot.node.replaceChildren(
      ...[-1, 1].flatMap(step => {
        const other = place < 0 ? undefined : course.pages[place + step];
        if (!other) {
          return [];
        }
        const link = button(step < 0 ? `← ${fullName(other)}` : `${fullName(other)} →`, { class: step < 0 ? 'sb-back' : 'sb-on' }, () => {
          course.open(other);
        });
        return [link];
      })
    );
  };
  show();
  course.changed.connect(show);
  panel.disposed.connect(() => course.changed.disconnect(show));

  nameTab(panel, shortName(page));
}

/** A button that goes to a part, and says whether it is done. */
function wayTo(open: CoursePage, part: IPart, done: [number, number] | null): HTMLElement {
  const all = done !== null && done[0] === done[1];
  const said = `${part.name}: ${part.title}${all ? ', done' : done ? `, ${done[0]} of ${done[1]} rounds done` : ''}`;
  const way = button('', { 'aria-label': said, title: said }, () => {
    void open.goTo(part.name);
  });
  way.append(all ? '✓ ' : '', make('span', { class: 'sb-part' }, 'Part '), part.name.replace('Part ', ''));
  way.classList.toggle('sb-done', all);
  return way;
}

/** Where something is the matter with the page, what it is; a screen reader says it at once. */
function noticeOf({ state }: CoursePage): HTMLElement {
  const notice = make('div', { class: 'sb-notice', role: 'alert' });
  const show = (): void => {
    const again = button('Start it again', { class: 'sb-quiet' }, () => {
      void state.startAgain();
    });
    notice.replaceChildren(...(state.notice ? [state.notice] : []), ...(state.notice && state.stopped ? [again] : []));
  };
  state.changed.connect(show);
  return notice;
}

/** Have the tab say "Exercises 01"; the file's name is still there on hovering. */
function nameTab(panel: NotebookPanel, name: string): void {
  const { title } = panel;
  if (!keepFileName(panel)) {
    return;
  }
  const say = (): void => {
    if (title.label !== name) {
      title.label = name;
    }
  };
  say();
  title.changed.connect(say);
}
