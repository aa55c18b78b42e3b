/**
 * The three things for which JupyterLab has no setting and no public call, kept in one place. Where a later JupyterLab
 * has them under another name, it behaves as it always did: `false` says so.
 */
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import type { Contents } from '@jupyterlab/services';

/** A tab's name is ours: JupyterLab renames a file as soon as its tab has another name. */
export function keepFileName(panel: NotebookPanel): boolean {
  const renames: unknown = Reflect.get(panel, '_onTitleChanged');
  return typeof renames === 'function' && panel.title.changed.disconnect(renames as () => void, panel);
}

/** No dialog about a kernel that is started again: the page says it, and wakes by itself. */
export function noRestartDialog(panel: NotebookPanel): boolean {
  const tells: unknown = Reflect.get(panel, '_onSessionStatusChanged');
  return typeof tells === 'function' && panel.sessionContext.statusChanged.disconnect(tells as () => void, panel);
}

/** The file is as we know it: its next save meets no stranger's change. */
export function knowFile(context: DocumentRegistry.IContext<INotebookModel>, file: Contents.IModel): boolean {
  const update: unknown = Reflect.get(context, '_updateContentsModel');
  if (typeof update !== 'function') {
    return false;
  }
  update.call(context, file);
  return true;
}
