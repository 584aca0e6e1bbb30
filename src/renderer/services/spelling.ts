// The spell-check of the system. It is off unless asked for, and offered only where it is known to stay on this
// machine: a browser may send words away, and Electron fetches dictionaries from the network except on a Mac.

import { useEffect } from 'react';
import { create } from 'zustand';
import { type HostMethodName, type HostOutput, hostMethods } from '../../shared/contract/host.ts';
import { useRemembered } from './window-state.ts';

/** `browser` and `system`: not offered, and why. */
export type SpellingOffer = 'unknown' | 'offered' | 'browser' | 'system';

const useOffer = create<{ readonly offer: SpellingOffer }>()(() => ({ offer: 'unknown' }));

/** Whether spell-check is offered, and the choice of the user. */
export function useSpellingChoice(): readonly [SpellingOffer, boolean, (isOn: boolean) => void] {
  const { offer } = useOffer();
  const [isOn, remember] = useRemembered<boolean>('code/spelling', false);
  useEffect(() => void tell(isOn), [isOn]);
  return [offer, isOn && offer === 'offered', remember];
}

/** Whether the text may be looked at while it is edited. */
export function useSpelling(): boolean {
  return useSpellingChoice()[1];
}

async function tell(isOn: boolean): Promise<void> {
  const method: HostMethodName = 'host.spelling';
  if (!window.simpul) {
    useOffer.setState({ offer: 'browser' });
    return;
  }
  const answer = await window.simpul.call({ method, input: { isOn } });
  if (!answer.ok) return;
  const { isOffered }: HostOutput<'host.spelling'> = hostMethods[method].output.parse(answer.value);
  useOffer.setState({ offer: isOffered ? 'offered' : 'system' });
}
