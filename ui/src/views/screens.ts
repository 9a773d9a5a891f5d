// The screens. The list of cases comes with the page; each of the others lies in a file of its own that is loaded when it is
// first shown, so that the start does not wait for it.
import { Later } from '$lib/later.svelte';
import CasesView from './CasesView.svelte';

export const screens = {
  case: new Later(() => import('./CaseScreen.svelte')),
  cases: new Later(() => Promise.resolve({ default: CasesView }), CasesView),
  first: new Later(() => import('./FirstStart.svelte')),
  history: new Later(() => import('./HistoryView.svelte')),
  items: new Later(() => import('./ItemsView.svelte')),
  record: new Later(() => import('./RecordView.svelte')),
  reports: new Later(() => import('./ReportsView.svelte')),
  settings: new Later(() => import('./SettingsView.svelte')),
  sources: new Later(() => import('./SourcesView.svelte')),
};

/** The parts of a case. The points grid comes with the case. */
export const tabs = {
  compare: new Later(() => import('./CompareView.svelte')),
  matrix: new Later(() => import('$features/matrix/MatrixPanel.svelte')),
  side: new Later(() => import('$features/side/SidePanel.svelte')),
  claims: new Later(() => import('./ClaimsView.svelte')),
  evidence: new Later(() => import('./EvidenceView.svelte')),
  timeline: new Later(() => import('./TimelineView.svelte')),
  review: new Later(() => import('./ReviewView.svelte')),
  report: new Later(() => import('./ReportView.svelte')),
};

/** What is opened next from the list of cases. */
export const next = [screens.case, tabs.compare, tabs.matrix];
