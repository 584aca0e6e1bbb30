// The reduction area over a project in memory: the rules of the domain, without the file.

import '../../../src/renderer/styles/tokens.css';
import '../../../src/renderer/styles/base.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { ShortcutListener } from '../../../src/renderer/commands/ShortcutListener.tsx';
import { ReductionArea } from '../../../src/renderer/features/code/ReductionArea.tsx';
import { TextDialogs } from '../../../src/renderer/features/texts/TextDialogs.tsx';
import { createServices } from '../../../src/renderer/services/client.ts';
import { usePlace } from '../../../src/renderer/services/place.ts';
import { ServicesProvider } from '../../../src/renderer/services/ServicesProvider.tsx';
import { createMemoryProject, documentId } from './memory-project.ts';

// The policy forbids what zod's faster parser is made with.
z.config({ jitless: true });

const project = createMemoryProject();
const services = createServices(project.link);
usePlace.getState().go({ area: 'reduction', documentId });
Object.assign(window, { project, place: () => usePlace.getState() });

const root = document.querySelector('#root');
if (root) {
  createRoot(root).render(
    <ServicesProvider services={services}>
      <ReductionArea documents={<p>Dokumen</p>} codeTree={<p>Kode</p>} inspector={<p>Rincian</p>} />
      <TextDialogs />
      <ShortcutListener />
    </ServicesProvider>,
  );
}
