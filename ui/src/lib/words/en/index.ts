import { compare } from './compare';
import { frame } from './frame';
import { matrix } from './matrix';
import { record } from './record';
import { stance } from './stance';

export const en = { compare, frame, matrix, record, stance };
