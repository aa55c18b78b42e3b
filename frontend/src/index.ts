/** The course's own face in JupyterLab. What it knows pages by, and what it never does: CONTRIBUTING.md, "Change the face". */
import { ConnectionLost, IConnectionLost, ILabShell, type JupyterFrontEnd, type JupyterFrontEndPlugin } from '@jupyterlab/application';
import { IDocumentManager } from '@jupyterlab/docmanager';
import { INotebookCellExecutor, INotebookTracker, runCell, type NotebookPanel } from '@jupyterlab/notebook';
import { Course, fullName } from './course';
import { takeDrags } from './drag';
import { takeDrops } from './drop';
import { listen } from './ears';
import { frame } from './frame';
import { CoursePage } from './page';
import { CoursePanel, NARROW } from './panel';
import { keepPlace } from './place';
import { deliveredPages, recognise } from './pages';
import { wakePlayers } from './player/player';
import { Slides } from './slides';
import { nameWindow, watchWindow } from './title';

const open = new Map<NotebookPanel, CoursePage>();
/** Where to go on a page that is just being opened. */
let going: { panel: unknown; place: string } | undefined;
/** Pages of the course that are awake, as they stand in the window. */
const awake = new WeakSet<Element>();
/** The page that wasn't awake yet when Tab was pressed, and nothing else has been done since. */
let leftTooSoon: Element | null = null;

async function opened(panel: NotebookPanel, course: Course, app: JupyterFrontEnd): Promise<void> {
  const [releases] = await Promise.all([deliveredPages(), panel.context.ready]);
  const found = panel.model && recognise([...panel.model.cells], releases.flat());
  if (!found || panel.isDisposed) {
    return;
  }
  const page = new CoursePage(panel, found, course);
  open.set(panel, page);
  panel.disposed.connect(() => open.delete(panel));
  const plain = (yes: boolean): void => {
    page.plain = yes;
    course.told();
  };
  frame(page, course, {
    plain,
    present: () => {
      const slides = new Slides(panel, () => {
        app.shell.currentChanged?.disconnect(left);
        panel.contentHeader.node.querySelector<HTMLElement>('.sb-present')?.focus({ preventScroll: true });
      });
      const left = (): void => {
        slides.end();
      };
      app.shell.currentChanged?.connect(left);
    }
  });
  takeDrops(panel, app);
  takeDrags(panel.node);
  listen(panel.node);
  const goes = going?.panel === panel ? going.place : '';
  const first = keepPlace(panel, page.woken, goes !== '');
  if (goes) {
    void page.goTo(goes);
  }
  // Before, there is little to go to, and the key leads past all that is still to come: then it begins at the beginning.
  const begin = (): void => {
    if (leftTooSoon === panel.node && panel.isVisible && !goes) {
      leftTooSoon = null;
      panel.content.activeCellIndex = first;
      panel.content.activate();
    }
  };
  void panel.revealed.then(begin);
  void page.woken.then(() => {
    begin();
    awake.add(panel.node);
  });
  await course.here(panel.context.path);
}

/** Cells that are there to be read or used, and not to be changed. */
const READ = '.sb-page :is(.jp-MarkdownCell, .sb-delivered, .sb-as-form)';

/** An answer as text: words, which nobody indents, so that Tab leads out as from any box. */
const TEXT = '.sb-page .sb-answer:not(.sb-as-form) .cm-content';

/** In a form, Shift+Enter and Ctrl or Cmd with Enter judge in place; before JupyterLab makes them its own. */
function pressed(event: KeyboardEvent): void {
  const front = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden)');
  if (event.key !== 'Tab') {
    leftTooSoon = null;
  } else if (front && !awake.has(front)) {
    leftTooSoon = front;
  }
  if (event.key === 'Tab' || event.key.startsWith('Arrow')) {
    document.body.classList.add('course-by-keyboard');
  }
  const target = event.target instanceof Node ? event.target : null;
  if (event.key === 'Enter' && target instanceof Element && target.matches(READ)) {
    event.stopImmediatePropagation(); // it would turn the text into its source, from which Tab doesn't lead out
    return;
  }
  if (event.key === 'Tab' && target instanceof Element && target.matches(TEXT)) {
    event.stopImmediatePropagation();
    return;
  }
  const accel = event.ctrlKey || event.metaKey;
  if (!target || !(event.key === 'Enter' ? accel || event.shiftKey : accel && event.key === 's')) {
    return;
  }
  for (const page of open.values()) {
    const form = page.formOf(target);
    if (form) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Enter') {
        form.check();
      } else {
        void page.saving.save();
      }
    }
  }
}

/** Two clicks on a text mark a word, and don't open its source. */
function leaveText(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('.sb-page .jp-MarkdownCell')) {
    event.stopPropagation();
  }
}

const face: JupyterFrontEndPlugin<void> = {
  id: '@sellbackwards/face:pages',
  description: 'Wakes the pages of the course and shows them as a course.',
  autoStart: true,
  requires: [INotebookTracker, IDocumentManager],
  optional: [ILabShell],
  activate: (app: JupyterFrontEnd, tracker: INotebookTracker, documents: IDocumentManager, shell: ILabShell | null) => {
    const course = new Course(documents);
    const contents = new CoursePanel(course, (page, place) => {
      foldIfNarrow();
      const panel = course.open(page);
      going = place ? { panel, place } : undefined;
      if (place) {
        void open.get(panel as NotebookPanel)?.goTo(place);
      }
    });
    tracker.widgetAdded.connect((_, panel) => {
      void opened(panel, course, app).then(() => {
        inFront();
      });
    });
    window.addEventListener('keydown', pressed, true);
    window.addEventListener('pointerdown', () => (leftTooSoon = null), true);
    window.addEventListener('dblclick', leaveText, true);
    const toPanel = (event: KeyboardEvent): void => {
      if (event.key === 'F6' && shell && open.has(app.shell.currentWidget as NotebookPanel) && !document.querySelector('.sb-slides')) {
        event.preventDefault();
        shell.activateById(contents.id);
        requestAnimationFrame(() => {
          contents.comeOrGo(); // once it is there
          if (!contents.node.contains(document.activeElement)) {
            foldIfNarrow();
          }
        });
      }
    };
    window.addEventListener('keydown', toPanel, true);
    wakePlayers();
    watchWindow();

    const foldIfNarrow = (): void => {
      if (NARROW.matches) {
        shell?.collapseLeft();
      }
    };
    NARROW.addEventListener('change', () => {
      if (document.body.classList.contains('course-in-front')) {
        foldIfNarrow();
        if (contents.wanted) {
          shell?.activateById(contents.id);
        }
      }
    });

    let restored = false; // before, JupyterLab would still fold the panel away as it lays out the last visit's frames
    void app.restored.then(() => {
      restored = true;
      inFront();
    });
    // The panel comes with the first page of the course, and what only a coder needs goes while one is in front.
    const inFront = (): void => {
      const page = open.get(app.shell.currentWidget as NotebookPanel);
      const asPage = page !== undefined && !page.plain;
      document.body.classList.toggle('course-in-front', asPage);
      document.getElementById('jp-main-statusbar')?.toggleAttribute('inert', asPage); // it can't be seen: no key leads there
      if (shell && asPage === shell.isSideTabBarVisible('right') && shell.rightCollapsed) {
        shell.toggleSideTabBarVisibility('right');
      }
      contents.current = page?.page ?? null;
      nameWindow(page ? fullName(page.page) : '');
      if (page && shell && restored && !contents.isAttached) {
        shell.add(contents, 'left', { rank: 1 });
        foldIfNarrow();
        if (contents.wanted) {
          shell.activateById(contents.id);
        }
      }
    };
    app.shell.currentChanged?.connect(inFront);
    course.changed.connect(inFront);
  }
};

/** In the place of JupyterLab's own: a delivered cell of a course page runs where it is awake; every other as ever. */
const executor: JupyterFrontEndPlugin<INotebookCellExecutor> = {
  id: '@sellbackwards/face:executor',
  description: 'Runs the cells of a page of the course where they are awake.',
  autoStart: true,
  provides: INotebookCellExecutor,
  activate: () => ({
    runCell: async options => {
      const page = [...open.values()].find(one => one.panel.model === options.notebook);
      if (!page || !(await page.run(options.cell.model))) {
        return runCell(options);
      }
      options.onCellExecutionScheduled({ cell: options.cell });
      options.onCellExecuted({ cell: options.cell, success: true });
      return true;
    }
  })
};

/** Where the course was stopped, its pages say so; no dialog speaks of a server. */
const stopped: JupyterFrontEndPlugin<IConnectionLost> = {
  id: '@sellbackwards/face:stopped',
  description: 'Leaves it to the pages of the course to say that the course was stopped.',
  autoStart: true,
  provides: IConnectionLost,
  activate: () => (manager, error, translator) => (open.size ? Promise.resolve() : ConnectionLost(manager, error, translator))
};

export default [face, executor, stopped];
