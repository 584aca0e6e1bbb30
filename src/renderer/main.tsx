import './without-eval.ts';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { FaultBoundary } from './app/FaultBoundary.tsx';
import { reportStrayFaults } from './app/report-fault.ts';
import { resolveTheme } from './app/use-applied-theme.ts';
import { createServices, findHost } from './services/client.ts';
import { ServicesProvider } from './services/ServicesProvider.tsx';

// Before anything is drawn, so that a dark room stays dark while the settings are on their way.
document.documentElement.dataset['theme'] = resolveTheme(undefined, (query) => window.matchMedia(query).matches);

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element');
const services = createServices(findHost());
reportStrayFaults(services.client);

createRoot(root).render(
  <StrictMode>
    <ServicesProvider services={services}>
      <FaultBoundary>
        <App />
      </FaultBoundary>
    </ServicesProvider>
  </StrictMode>,
);
