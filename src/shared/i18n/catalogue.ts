// Every sentence a user can meet, in Indonesian and English. Areas add their file here; a key missing in one
// language does not compile.

import { analysis as analysisEn } from './en/analysis.ts';
import { analysis as analysisId } from './id/analysis.ts';
import { agreement as agreementEn } from './en/agreement.ts';
import { agreement as agreementId } from './id/agreement.ts';
import { charts as chartsEn } from './en/charts.ts';
import { charts as chartsId } from './id/charts.ts';
import { cli as cliEn } from './en/cli.ts';
import { core as coreEn } from './en/core.ts';
import { exports as exportsEn } from './en/exports.ts';
import { exports as exportsId } from './id/exports.ts';
import { foreign as foreignEn } from './en/foreign.ts';
import { foreign as foreignId } from './id/foreign.ts';
import { importers as importersEn } from './en/importers.ts';
import { cli as cliId } from './id/cli.ts';
import { core as coreId } from './id/core.ts';
import { importers as importersId } from './id/importers.ts';
import { interchange as interchangeEn } from './en/interchange.ts';
import { interchange as interchangeId } from './id/interchange.ts';
import { cases as casesEn } from './en/cases.ts';
import { cases as casesId } from './id/cases.ts';
import { codebook as codebookEn } from './en/codebook.ts';
import { codebook as codebookId } from './id/codebook.ts';
import { collection as collectionEn } from './en/collection.ts';
import { collection as collectionId } from './id/collection.ts';
import { collect as collectEn } from './en/collect.ts';
import { collect as collectId } from './id/collect.ts';
import { incoming as incomingEn } from './en/incoming.ts';
import { incoming as incomingId } from './id/incoming.ts';
import { content as contentEn } from './en/content.ts';
import { content as contentId } from './id/content.ts';
import { displays as displaysEn } from './en/displays.ts';
import { displays as displaysId } from './id/displays.ts';
import { display as displayEn } from './en/display.ts';
import { display as displayId } from './id/display.ts';
import { pipeline as pipelineEn } from './en/pipeline.ts';
import { pipeline as pipelineId } from './id/pipeline.ts';
import { window as windowEn } from './en/window.ts';
import { window as windowId } from './id/window.ts';
import { menu as menuEn } from './en/menu.ts';
import { menu as menuId } from './id/menu.ts';
import { code as codeEn } from './en/code.ts';
import { code as codeId } from './id/code.ts';
import { coding as codingEn } from './en/coding.ts';
import { coding as codingId } from './id/coding.ts';
import { seeing as seeingEn } from './en/seeing.ts';
import { seeing as seeingId } from './id/seeing.ts';
import { report as reportEn } from './en/report.ts';
import { report as reportId } from './id/report.ts';
import { results as resultsEn } from './en/results.ts';
import { results as resultsId } from './id/results.ts';
import { search as searchEn } from './en/search.ts';
import { search as searchId } from './id/search.ts';
import { texts as textsEn } from './en/texts.ts';
import { texts as textsId } from './id/texts.ts';
import { structure as structureEn } from './en/structure.ts';
import { structure as structureId } from './id/structure.ts';
import { claims as claimsEn } from './en/claims.ts';
import { claims as claimsId } from './id/claims.ts';
import { trust as trustEn } from './en/trust.ts';
import { trust as trustId } from './id/trust.ts';
import { links as linksEn } from './en/links.ts';
import { links as linksId } from './id/links.ts';
import { networks as networksEn } from './en/networks.ts';
import { networks as networksId } from './id/networks.ts';
import { retrieval as retrievalEn } from './en/retrieval.ts';
import { retrieval as retrievalId } from './id/retrieval.ts';
import { relations as relationsEn } from './en/relations.ts';
import { relations as relationsId } from './id/relations.ts';
import type { Language } from '../contract/values.ts';

const en = {
  ...analysisEn,
  ...cliEn,
  ...coreEn,
  ...importersEn,
  ...exportsEn,
  ...foreignEn,
  ...interchangeEn,
  ...menuEn,
  ...casesEn,
  ...agreementEn,
  ...chartsEn,
  ...claimsEn,
  ...trustEn,
  ...codeEn,
  ...codebookEn,
  ...codingEn,
  ...collectEn,
  ...incomingEn,
  ...collectionEn,
  ...contentEn,
  ...linksEn,
  ...networksEn,
  ...reportEn,
  ...resultsEn,
  ...searchEn,
  ...seeingEn,
  ...displayEn,
  ...relationsEn,
  ...displaysEn,
  ...retrievalEn,
  ...textsEn,
  ...structureEn,
  ...pipelineEn,
  ...windowEn,
} as const;
export type MessageKey = keyof typeof en;

const id: Readonly<Record<MessageKey, string>> = {
  ...analysisId,
  ...cliId,
  ...coreId,
  ...importersId,
  ...exportsId,
  ...foreignId,
  ...interchangeId,
  ...menuId,
  ...casesId,
  ...agreementId,
  ...chartsId,
  ...claimsId,
  ...trustId,
  ...codeId,
  ...codebookId,
  ...codingId,
  ...collectId,
  ...incomingId,
  ...collectionId,
  ...contentId,
  ...linksId,
  ...networksId,
  ...reportId,
  ...resultsId,
  ...searchId,
  ...seeingId,
  ...displayId,
  ...relationsId,
  ...displaysId,
  ...retrievalId,
  ...textsId,
  ...structureId,
  ...pipelineId,
  ...windowId,
};

export const catalogue: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, id };

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
