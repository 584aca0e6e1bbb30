// Electron: the preload's three functions. The main process ends together with its windows, so it is never out of reach.

import type { HostLink, PreloadBridge } from './transport.ts';

export function createElectronLink(bridge: PreloadBridge): HostLink {
  return {
    call: (request) => bridge.call(request),
    onEvent: (listener) => bridge.onEvent(listener),
    sendFile: async (file) => bridge.sendFile(file.name, await file.arrayBuffer()),
    onReachability: (observer) => {
      observer('reachable');
      return () => undefined;
    },
  };
}
