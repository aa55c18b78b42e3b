/**
 * What was typed in the moment before a window was closed, when nothing can be saved any more: it stays in the browser's own
 * store until the page is open again.
 */
import { PageConfig } from '@jupyterlab/coreutils';

/** A cell's id, what the file says there, and what was typed. */
export type Draft = [id: string, before: string, typed: string];

export function keep(path: string, drafts: Draft[]): void {
  localStorage.setItem(keyOf('typed', path), JSON.stringify(drafts));
}

export function kept(path: string): Draft[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf('typed', path)) ?? '[]');
    return Array.isArray(found) ? found.filter(isDraft) : [];
  } catch {
    return [];
  }
}

export function forget(path: string): void {
  localStorage.removeItem(keyOf('typed', path));
}

function isDraft(one: unknown): one is Draft {
  return Array.isArray(one) && one.length === 3 && one.every(part => typeof part === 'string');
}

/** The name of what the browser keeps of a page. Learners of one server may share a browser: each has an address of their own. */
export function keyOf(what: 'typed' | 'place', path: string): string {
  return `sellbackwards:${what}:${PageConfig.getBaseUrl()}:${path}`;
}
