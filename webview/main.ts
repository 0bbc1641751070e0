import { h, render } from 'preact';
import { connectHost } from './host';
import { Panel } from './Panel';
import './roles.css';
import './style.css';
import { registerControls } from './ui/controls';

registerControls();
render(h(Panel, { host: connectHost() }), document.getElementById('root') ?? document.body);
