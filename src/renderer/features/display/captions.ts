// What stands under every exported picture, and what its file is called.

import type { ProjectInfo } from '../../../shared/contract/project.ts';
import type { Translate } from '../../services/text.ts';

/** The project, marked where it is invented. */
export function projectLine({ name, fictional }: ProjectInfo['project'], t: Translate): string {
  return t(fictional ? 'display.provenance.fictional' : 'display.provenance.project', { name });
}

/** A name that every file system takes, without an ending. */
export function fileNameOf(project: string, title: string): string {
  const name = `${project} – ${title}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ');
  return [...name].slice(0, 120).join('').trim();
}
