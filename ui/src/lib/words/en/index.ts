import { frame } from './frame';
import { stance } from './stance';

export const en = { frame, stance };
