import { drawWindow } from '../shell/index.ts';
import { CustomerDisplay } from './customer-display.tsx';

drawWindow(<CustomerDisplay />);
