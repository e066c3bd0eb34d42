import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The windows with samples instead of a till: `npx vite --config renderer/dev/vite.config.ts renderer`, then
 * /dev/cashier.html?sample=waiting. The end-to-end tests build them and look at every sample (e2e/support/gallery.ts).
 */
// eslint-disable-next-line no-restricted-syntax -- vite reads the default export
export default defineConfig({
  root: `${import.meta.dirname}/..`,
  plugins: [react()],
  server: { port: 5199, strictPort: false },
  build: {
    minify: false,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]/, sideEffects: false }] },
      input: { cashier: `${import.meta.dirname}/cashier.html`, customer: `${import.meta.dirname}/customer.html` },
    },
  },
});
