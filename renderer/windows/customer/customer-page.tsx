import { drawWindow } from '../cashier/index.ts';
import { CustomerDisplay } from './customer-display.tsx';

drawWindow(<CustomerDisplay />);
