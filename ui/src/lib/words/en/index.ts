import { blocks } from './blocks';
import { cases } from './cases';
import { claims } from './claims';
import { compare } from './compare';
import { effort } from './effort';
import { evidence } from './evidence';
import { first } from './first';
import { forms } from './forms';
import { frame } from './frame';
import { history } from './history';
import { items } from './items';
import { lists } from './lists';
import { matrix } from './matrix';
import { glossary, methods } from './glossary';
import { help } from './help';
import { palette } from './palette';
import { problem } from './problem';
import { published } from './published';
import { record } from './record';
import { reading } from './reading';
import { report } from './report';
import { review } from './review';
import { side } from './side';
import { scales } from './scales';
import { settings } from './settings';
import { sources } from './sources';
import { stance } from './stance';
import { field } from './fields';
import { tour } from './tour';
import { web } from './web';
import { when } from './when';
import { timeline } from './timeline';
import { workspaces } from './workspaces';
import { operation, table } from './operation';

export const en = {
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
