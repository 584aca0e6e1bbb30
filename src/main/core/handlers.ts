// Every method of the contract has exactly one handler; one too few or too many does not compile.

import type { ActionHandlers, CommandHandlers, JobHandlers, QueryHandlers } from './handler.ts';
import { analysisJobs, analysisQueries } from './handlers/analysis.ts';
import { agreementJobs } from './handlers/analysis-agreement.ts';
import { relationJobs } from './handlers/analysis-relations.ts';
import { matrixJobs } from './handlers/analysis-matrix.ts';
import { retrievalJobs } from './handlers/analysis-retrieval.ts';
import { spreadJobs } from './handlers/analysis-spread.ts';
import { applicationActions } from './handlers/application.ts';
import { audioActions, audioCommands, audioJobs, audioQueries } from './handlers/audio.ts';
import { caseCommands, caseQueries, variableCommands } from './handlers/cases.ts';
import { codebookJobs } from './handlers/codebook.ts';
import { codeCommands, codeQueries } from './handlers/codes.ts';
import { coderActions, coderCommands, coderQueries } from './handlers/coders.ts';
import { codingShapeCommands } from './handlers/coding-shapes.ts';
import { codingCommands, codingQueries } from './handlers/codings.ts';
import { displayCommands, displayJobs, displayQueries } from './handlers/displays.ts';
import { documentActions, documentCommands, documentQueries } from './handlers/documents.ts';
import { codeGroundCommands, codeGroundQueries } from './handlers/code-grounds.ts';
import { collectionCommands, collectionQueries } from './handlers/collection.ts';
import { condensationCommands, condensationQueries } from './handlers/condensation.ts';
import { formCommands, formQueries } from './handlers/forms.ts';
import { questionCommands, questionQueries } from './handlers/questions.ts';
import { exportJobs } from './handlers/exports.ts';
import { foreignJobs } from './handlers/foreign.ts';
import { favouriteActions, favouriteQueries } from './handlers/favourites.ts';
import { guideCommands, guideQueries } from './handlers/guide.ts';
import { historyActions, historyQueries } from './handlers/history.ts';
import { importJobs } from './handlers/import.ts';
import { previewJobs } from './handlers/import-preview.ts';
import { interchangeActions, interchangeJobs, interchangeQueries } from './handlers/interchange.ts';
import { linkCommands, linkQueries } from './handlers/links.ts';
import { maintenanceJobs } from './handlers/maintenance.ts';
import { memoCommands, memoQueries } from './handlers/memos.ts';
import { networkCommands, networkQueries } from './handlers/networks.ts';
import { projectCommands, projectQueries } from './handlers/project.ts';
import { projectsActions } from './handlers/projects.ts';
import { propositionCommands, propositionJobs, propositionQueries } from './handlers/propositions.ts';
import { queryCommands, queryQueries } from './handlers/queries.ts';
import { reportJobs } from './handlers/report.ts';
import { resultCommands, resultJobs, resultQueries } from './handlers/results.ts';
import { searchCommands, searchJobs, searchQueries } from './handlers/search.ts';
import { tableJobs } from './handlers/tables.ts';
import { textCommands, textJobs } from './handlers/texts.ts';
import { trustCommands, trustJobs, trustQueries } from './handlers/trustworthiness.ts';
import { triangulationCommands, triangulationQueries } from './handlers/triangulation.ts';
import { versionCommands, versionJobs, versionQueries } from './handlers/versions.ts';
import { speakerCommands, speakerQueries } from './handlers/speakers.ts';

export const handlers: QueryHandlers & CommandHandlers & JobHandlers & ActionHandlers = {
  ...analysisJobs,
  ...agreementJobs,
  ...analysisQueries,
  ...relationJobs,
  ...matrixJobs,
  ...retrievalJobs,
  ...spreadJobs,
  ...applicationActions,
  ...audioActions,
  ...audioCommands,
  ...audioJobs,
  ...audioQueries,
  ...caseCommands,
  ...caseQueries,
  ...codebookJobs,
  ...codeCommands,
  ...codeQueries,
  ...coderActions,
  ...coderCommands,
  ...coderQueries,
  ...codingCommands,
  ...codingShapeCommands,
  ...codingQueries,
  ...displayCommands,
  ...displayJobs,
  ...displayQueries,
  ...documentActions,
  ...codeGroundCommands,
  ...codeGroundQueries,
  ...collectionCommands,
  ...collectionQueries,
  ...condensationCommands,
  ...condensationQueries,
  ...formCommands,
  ...formQueries,
  ...questionCommands,
  ...questionQueries,
  ...documentCommands,
  ...documentQueries,
  ...favouriteActions,
  ...favouriteQueries,
  ...guideCommands,
  ...guideQueries,
  ...historyActions,
  ...historyQueries,
  ...exportJobs,
  ...foreignJobs,
  ...tableJobs,
  ...importJobs,
  ...previewJobs,
  ...interchangeActions,
  ...interchangeJobs,
  ...interchangeQueries,
  ...linkCommands,
  ...linkQueries,
  ...maintenanceJobs,
  ...memoCommands,
  ...memoQueries,
  ...networkCommands,
  ...networkQueries,
  ...projectCommands,
  ...projectQueries,
  ...projectsActions,
  ...propositionCommands,
  ...propositionJobs,
  ...propositionQueries,
  ...queryCommands,
  ...queryQueries,
  ...reportJobs,
  ...resultCommands,
  ...resultJobs,
  ...resultQueries,
  ...searchCommands,
  ...searchJobs,
  ...searchQueries,
  ...textCommands,
  ...textJobs,
  ...speakerCommands,
  ...speakerQueries,
  ...triangulationCommands,
  ...triangulationQueries,
  ...trustCommands,
  ...trustJobs,
  ...trustQueries,
  ...variableCommands,
  ...versionCommands,
  ...versionJobs,
  ...versionQueries,
};
