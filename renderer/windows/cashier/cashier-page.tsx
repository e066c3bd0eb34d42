import { startCatalogue } from '../../store/catalogue-store.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { CashierWindow } from './cashier-window.tsx';
import { drawWindow } from './root.tsx';

drawWindow(<CashierWindow />);
startCatalogue();

// The network is back: the core asks about every open payment at once (PF-04).
window.addEventListener('online', () => void sendIntent({ kind: 'network.online' }, { quiet: true }));
