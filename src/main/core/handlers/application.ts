import type { ActionHandlers } from '../handler.ts';

export const applicationActions = {
  'settings.get': ({ services }) => services.settings.get(),
  'settings.set': ({ services }, change) => {
    const settings = services.settings.set(change);
    services.emit({ type: 'settings' });
    return settings;
  },
  'jobs.cancel': ({ services }, { jobId }) => ({ found: services.jobs.cancel(jobId) }),
  'windows.report': ({ services }, { code }) => {
    // The detail may hold words of the study; the log must not.
    services.ports.log.info('window-fault', { code });
    return {};
  },
} satisfies Partial<ActionHandlers>;
