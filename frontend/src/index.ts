/** The course's own face in JupyterLab. What it is to do, and what it must never do: docs/face.md. */
import type { JupyterFrontEnd, JupyterFrontEndPlugin } from '@jupyterlab/application';
import { INotebookCellExecutor, INotebookTracker, runCell, type NotebookPanel } from '@jupyterlab/notebook';
import { CoursePage } from './page';
import { deliveredPages, recognise } from './pages';

const open = new Map<NotebookPanel, CoursePage>();

async function opened(panel: NotebookPanel): Promise<void> {
  const [pages] = await Promise.all([deliveredPages(), panel.context.ready]);
  const found = panel.model && recognise([...panel.model.cells], pages);
  if (!found || panel.isDisposed) {
    return;
  }
  open.set(panel, new CoursePage(panel, found));
  panel.disposed.connect(() => open.delete(panel));
}

/** In a form, Shift+Enter and Ctrl or Cmd with Enter judge in place; before JupyterLab makes them its own. */
function pressed(event: KeyboardEvent): void {
  const target = event.target instanceof Node ? event.target : null;
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
        void page.save();
      }
    }
  }
}

const face: JupyterFrontEndPlugin<void> = {
  id: '@sellbackwards/face:pages',
  description: 'Wakes the pages of the course and shows them as a course.',
  autoStart: true,
  requires: [INotebookTracker],
  activate: (_: JupyterFrontEnd, tracker: INotebookTracker) => {
    tracker.widgetAdded.connect((__, panel) => {
      void opened(panel);
    });
    window.addEventListener('keydown', pressed, true);
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

export default [face, executor];
