/** A transcript that is dropped on a page of the course opens on the score card, in a tab beside the page. */
import { MainAreaWidget } from '@jupyterlab/apputils';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { NotebookPanel } from '@jupyterlab/notebook';
import { OutputAreaModel, SimplifiedOutputArea } from '@jupyterlab/outputarea';
import { Panel } from '@lumino/widgets';

const TARGET = 'sellbackwards.drop';
const CODE = 'from sellbackwards.practice.own_calls_view import dropped; dropped()';

/** Take what is dropped on this page. Files only: what JupyterLab itself drags is its own. */
export function takeDrops(panel: NotebookPanel, app: JupyterFrontEnd): void {
  const files = (event: DragEvent): FileList | undefined => {
    return event.dataTransfer?.types.includes('Files') ? event.dataTransfer.files : undefined;
  };
  panel.node.addEventListener(
    'dragover',
    event => {
      if (files(event) && !isFileBox(event.target)) {
        event.preventDefault();
        panel.addClass('sb-drop');
      }
    },
    true
  );
  panel.node.addEventListener('dragleave', event => {
    if (!panel.node.contains(event.relatedTarget as Node | null)) {
      panel.removeClass('sb-drop');
    }
  });
  panel.node.addEventListener(
    'drop',
    event => {
      const dropped = files(event);
      panel.removeClass('sb-drop');
      if (dropped?.length && !isFileBox(event.target)) {
        event.preventDefault();
        event.stopPropagation();
        void open(panel, app, [...dropped]);
      }
    },
    true
  );
}

/** A practice's own place for files takes them itself. */
function isFileBox(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input[type=file], .widget-upload') !== null;
}

/** The files go to the kernel as they are; nothing of them is kept, and none is run. */
async function open(panel: NotebookPanel, app: JupyterFrontEnd, files: File[]): Promise<void> {
  const kernel = panel.sessionContext.session?.kernel;
  if (!kernel) {
    return;
  }
  const buffers = await Promise.all(files.map(file => file.arrayBuffer()));
  kernel.registerCommTarget(TARGET, comm => {
    comm.send({ names: files.map(file => file.name) }, {}, buffers);
  });
  const model = new OutputAreaModel({ trusted: true });
  const area = new SimplifiedOutputArea({ model, rendermime: panel.content.rendermime });
  const page = new Panel();
  page.addClass('sb-page');
  page.addClass('sb-call');
  page.addWidget(area);
  const tab = new MainAreaWidget({ content: page });
  tab.title.label = 'Your call';
  tab.title.caption = 'The transcript that you dropped; nothing of it is kept';
  tab.title.closable = true;
  app.shell.add(tab, 'main', { ref: panel.id, mode: 'tab-after' });
  app.shell.activateById(tab.id);
  area.future = kernel.requestExecute({ code: CODE, store_history: false, allow_stdin: false, stop_on_error: false });
}
