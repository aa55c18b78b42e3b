/** What stands around a page: its header above, the way on below, and the name on its tab. */
import type { NotebookPanel } from '@jupyterlab/notebook';
import { Widget } from '@lumino/widgets';
import type { PanelLayout } from '@lumino/widgets';
import { shortName, titleOf, type Course } from './course';
import { button, make, progress } from './dom';
import type { IPage } from './pages';

/** Give a page its frame. `plain` shows the notebook as JupyterLab does, or the page again. */
export function frame(panel: NotebookPanel, page: IPage, course: Course, plain: (yes: boolean) => void): void {
  const header = new Widget({ node: make('header', { class: 'sb-header' }) });
  const done = make('span', { class: 'sb-progress' });
  const toggle = button('Show the notebook', { class: 'sb-quiet', 'aria-pressed': 'false' }, () => {
    const yes = toggle.getAttribute('aria-pressed') === 'false';
    toggle.setAttribute('aria-pressed', String(yes));
    toggle.textContent = yes ? 'Show the page' : 'Show the notebook';
    plain(yes);
  });
  header.node.append(make('span', { class: 'sb-where' }, make('b', {}, shortName(page)), ` ${titleOf(page)}`), done, toggle);
  panel.contentHeader.addWidget(header);

  const foot = new Widget({ node: make('nav', { class: 'sb-foot', 'aria-label': 'The way on' }) });
  const last = panel.content.widgets.at(-1);
  void last?.ready.then(() => {
    (last.layout as PanelLayout).addWidget(foot);
  });

  const show = (): void => {
    const now = course.done(page);
    const what = page.kind === 'lesson' ? 'rounds done' : 'exercises passed';
    done.replaceChildren(...(now ? [progress(now, what), ` ${what}`] : []));
    const place = course.pages.findIndex(one => one.name === page.name && one.kind === page.kind);
    foot.node.replaceChildren(
      ...[-1, 1].flatMap(step => {
        const other = place < 0 ? undefined : course.pages[place + step];
        if (!other) {
          return [];
        }
        const name = shortName(other) === titleOf(other) ? titleOf(other) : `${shortName(other)}: ${titleOf(other)}`;
        const link = button(step < 0 ? `← ${name}` : `${name} →`, { class: step < 0 ? 'sb-back' : 'sb-on' }, () => {
          void course.open(other);
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

/**
 * Have the tab say "Exercises 01". JupyterLab renames a file as soon as its tab has another name, so this is done only
 * where it was told not to; the file's name is still there on hovering.
 */
function nameTab(panel: NotebookPanel, name: string): void {
  const { title } = panel;
  const renames: unknown = Reflect.get(panel, '_onTitleChanged');
  if (typeof renames !== 'function' || !title.changed.disconnect(renames as () => void, panel)) {
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
