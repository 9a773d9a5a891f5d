import './shared/fonts';
import './shared/tokens.css';
import './shared/ground.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { start } from './start';

const target = document.getElementById('app');
if (!target) throw new Error('the page has no place for the app');
mount(App, { target, props: start() });
