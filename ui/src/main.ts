import './shared/fonts';
import './shared/tokens.css';
import './shared/ground.css';
import { begin } from './begin';
import { bringWords } from './lib/words';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');
void bringWords().then(() => begin(target));
