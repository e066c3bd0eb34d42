import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The windows with samples instead of a till: `npx vite --config renderer/dev/vite.config.ts renderer`, then /dev/cashier.html?sample=waiting */
// eslint-disable-next-line no-restricted-syntax -- vite reads the default export
export default defineConfig({ plugins: [react()], server: { port: 5199, strictPort: false } });
