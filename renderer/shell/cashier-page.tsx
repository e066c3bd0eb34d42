import { CashierWindow } from './cashier-window.tsx';
import { drawWindow } from './root.tsx';

drawWindow(<CashierWindow />);
