/**
 * The window's name. JupyterLab takes the first twelve letters of a file's, which a lesson and its exercises have in common; a
 * page of the course has its own. What JupyterLab says comes back for any other notebook.
 */
let ours = '';
let theirs = document.title;

/** Name the window for a page of the course; with "" as JupyterLab does. */
export function nameWindow(name: string): void {
  ours = name && `${name} – Selling Backwards`;
  show();
}

/** Have the name stay when JupyterLab says its own. */
export function watchWindow(): void {
  theirs = document.title;
  const title = document.querySelector('title');
  if (title) {
    new MutationObserver(() => {
      if (document.title !== ours) {
        theirs = document.title;
        show();
      }
    }).observe(title, { childList: true });
  }
}

function show(): void {
  const wanted = ours || theirs;
  if (document.title !== wanted) {
    document.title = wanted;
  }
}
