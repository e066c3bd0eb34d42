/** Makes `require('electron')` and `import … from 'electron'` answer with the stand-in, for application and inspector alike. */
import { registerHooks } from 'node:module';
import { electronModule } from './electron-module.ts';

const KEY = 'electron-standin.module';
const URL_OF_MODULE = 'electron-standin:electron';
const NAMES = new Set(['electron', 'electron/main', 'electron/common']);

export function answerRequire(): void {
  Object.defineProperty(globalThis, Symbol.for(KEY), { value: electronModule });
  const found = `globalThis[Symbol.for(${JSON.stringify(KEY)})]`;
  const exported = Object.keys(electronModule).join(', ');
  const sources = {
    commonjs: `module.exports = ${found};`,
    module: `export default ${found}; export const { ${exported} } = ${found};`,
  };
  registerHooks({
    resolve(specifier, context, next) {
      if (!NAMES.has(specifier)) return next(specifier, context);
      const format = context.conditions.includes('require') ? 'commonjs' : 'module';
      return { url: `${URL_OF_MODULE}-${format}`, format, shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.startsWith(URL_OF_MODULE)) return next(url, context);
      const format = url.endsWith('commonjs') ? 'commonjs' : 'module';
      return { format, source: sources[format], shortCircuit: true };
    },
  });
}
