// What a window can ask of the Electron host itself, beside the contract's methods: the system's own dialogs.
// Sent like any request (`{ method, input }`) and answered like one. The other hosts answer `unknown-method`.

import { z } from 'zod';

export const hostMethods = {
  /** The system's dialog, then `projects.open` with what was chosen. Answers null where the dialog was left. */
  'host.openProject': { input: z.strictObject({}), output: z.strictObject({ path: z.string() }).nullable() },
  /** A folder for a new project, or null where the dialog was left. */
  'host.chooseFolder': { input: z.strictObject({}), output: z.strictObject({ path: z.string() }).nullable() },
  /** Shows an address outside, after asking the user. Only `https:` and `mailto:`. */
  'host.openExternal': {
    input: z.strictObject({ url: z.string().max(2000) }),
    output: z.strictObject({ opened: z.boolean() }),
  },
  /** Turns the spell-check of the system on or off, where there is one that fetches nothing from the network. */
  'host.spelling': {
    input: z.strictObject({ isOn: z.boolean() }),
    output: z.strictObject({ isOffered: z.boolean() }),
  },
} as const;

export type HostMethodName = keyof typeof hostMethods;
export type HostInput<Name extends HostMethodName> = z.output<(typeof hostMethods)[Name]['input']>;
export type HostOutput<Name extends HostMethodName> = z.output<(typeof hostMethods)[Name]['output']>;

export function isHostMethod(name: string): name is HostMethodName {
  return Object.hasOwn(hostMethods, name);
}
