/**
 * The first lines that run. Chromium takes longest to start, so `main.ts` starts it before it loads the rest; the
 * compile cache spares later starts the stripping of types.
 */
import module from 'node:module';
import path from 'node:path';

module.enableCompileCache(path.join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'electron-standin'));
await import('./main.ts');
