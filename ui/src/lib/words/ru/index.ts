import { type Words } from '../type';
import { blocks } from './blocks';
import { cases } from './cases';
import { claims } from './claims';
import { compare } from './compare';
import { evidence } from './evidence';
import { field } from './fields';
import { first } from './first';
import { forms } from './forms';
import { frame } from './frame';
import { glossary, methods } from './glossary';
import { help } from './help';
import { history } from './history';
import { items } from './items';
import { lists } from './lists';
import { matrix } from './matrix';
import { operation, table } from './operation';
import { palette } from './palette';
import { problem } from './problem';
import { published } from './published';
import { reading } from './reading';
import { report } from './report';
import { review } from './review';
import { scales } from './scales';
import { settings } from './settings';
import { side } from './side';
import { effort, record, stance, when } from './small';
import { sources } from './sources';
import { timeline } from './timeline';
import { web } from './web';
import { workspaces } from './workspaces';
import { tour } from './tour';

/** Russian; its words are chosen in docs/words-ru.md. */
export const ru: Words = {
  blocks,
  cases,
  claims,
  compare,
  effort,
  evidence,
  first,
  forms,
  glossary,
  help,
  methods,
  palette,
  frame,
  history,
  items,
  lists,
  matrix,
  problem,
  published,
  reading,
  record,
  report,
  review,
  scales,
  settings,
  side,
  sources,
  stance,
  timeline,
  tour,
  operation,
  field,
  table,
  web,
  when,
  workspaces,
};
