import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { localeOf } from '../../shared/i18n/translate.ts';
import { followEvent, useAnswer } from './answers.ts';
import { ClientContext, type Services } from './client.ts';
import { LanguageContext, useLanguage } from './text.ts';

export type ServicesProviderProps = { readonly services: Services; readonly children: ReactNode };

/** Everything below can ask, perform and run jobs, speaks the user's language and follows the host's events. */
export function ServicesProvider({ services, children }: ServicesProviderProps) {
  useEffect(() => services.onEvent((event) => void followEvent(services.answers, event)), [services]);
  return (
    <ClientContext value={services}>
      <QueryClientProvider client={services.answers}>
        <SpokenLanguage>{children}</SpokenLanguage>
      </QueryClientProvider>
    </ClientContext>
  );
}

function SpokenLanguage({ children }: { readonly children: ReactNode }) {
  const initial = useLanguage();
  const language = useAnswer('settings.get', {}).data?.language ?? initial;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <LanguageContext value={language}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </LanguageContext>
  );
}
