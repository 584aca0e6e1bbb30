// What is seen of a transcript, as commands.

import type { Command } from '../../commands/registry.ts';
import { numberKinds } from '../../editor/look.ts';
import type { LookChoice } from './use-look.ts';

export function lookCommands({ toggle, setNumbers, resizeText }: LookChoice): readonly Command[] {
  return [
    {
      id: 'look.bare',
      label: 'seeing.bare',
      keywords: 'seeing.bare.keywords',
      shortcut: 'Mod+Alt+M',
      group: 'view',
      run: () => toggle('bare'),
    },
    {
      id: 'look.focus',
      label: 'seeing.focus',
      keywords: 'seeing.focus.keywords',
      shortcut: 'Mod+Alt+O',
      group: 'view',
      run: () => toggle('focus'),
    },
    {
      id: 'look.margin',
      label: 'seeing.margin.toggle',
      keywords: 'seeing.margin.keywords',
      group: 'view',
      run: () => toggle('margin'),
    },
    {
      id: 'look.overview',
      label: 'seeing.overview.toggle',
      keywords: 'seeing.overview.keywords',
      group: 'view',
      run: () => toggle('overview'),
    },
    {
      id: 'look.patterns',
      label: 'seeing.patterns',
      keywords: 'seeing.patterns.keywords',
      group: 'view',
      run: () => toggle('patterns'),
    },
    ...numberKinds.map((kind): Command => ({
      id: `look.numbers.${kind}`,
      label: `seeing.numbers.${kind}`,
      keywords: 'seeing.numbers.keywords',
      group: 'view',
      run: () => setNumbers(kind),
    })),
    { id: 'code.larger', label: 'code.size.larger', shortcut: 'Mod+Alt+.', group: 'view', run: () => resizeText(1) },
    { id: 'code.smaller', label: 'code.size.smaller', shortcut: 'Mod+Alt+,', group: 'view', run: () => resizeText(-1) },
  ];
}
