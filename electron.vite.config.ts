import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build } from 'vite';
import type { Plugin } from 'vite';
import { templatesModule } from './src/seqr/write-templates.ts';
import { embeddedPages } from './src/simulator/build.ts';

/*
 * Three builds into out/. Everything is bundled but electron and strong-soap (a `dependency`, loaded after first paint),
 * so starting reads a handful of files. The description of SEQR's service and the sample catalogue stay files in
 * assets/, found from the app's own path: they are read once or never, and need not pass through a parser at each start.
 */
const root = import.meta.dirname;
/** The engines of Electron 45. */
const NODE = 'node24';
const CHROME = 'chrome150';

/** Beside each build: the licences of what it bundled. The package ships their texts (scripts/package/licences.ts). */
const LICENCES = { fileName: 'licences.json' };

interface FileOfItsOwn {
  readonly name: string;
  readonly source: string;
  /** A file of the same folder that it loads when it wants to, by its source. */
  readonly loads?: { readonly source: string; readonly file: string };
  readonly plugins?: readonly Plugin[];
}

/** Builds one file of out/main apart: as a second entry of main's build it would share files with the shell, and load them. */
function fileOfItsOwn({ name, source, loads, plugins = [] }: FileOfItsOwn): Plugin {
  const isLoaded = (id: string): boolean => loads !== undefined && resolve(id) === resolve(root, loads.source);
  return {
    name: `kassa:${name}`,
    async writeBundle() {
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        plugins: [...plugins],
        ssr: { noExternal: true, external: ['electron'] },
        build: {
          ssr: resolve(root, source),
          target: NODE,
          outDir: resolve(root, 'out/main'),
          emptyOutDir: false,
          minify: false,
          license: { fileName: `licences-${name}.json` },
          rolldownOptions: {
            external: (id, importer) => id === 'electron' || (importer !== undefined && isLoaded(resolve(importer, '..', id))),
            output: {
              format: 'cjs',
              entryFileNames: `${name}.js`,
              codeSplitting: false,
              dynamicImportInCjs: false,
              paths: (id) => (isLoaded(id) ? (loads?.file ?? id) : id),
            },
          },
        },
      });
    },
  };
}

/** What Electron starts: judges the command line before it loads anything of the till. */
const START = { name: 'index', source: 'main/index.ts', loads: { source: 'main/run.ts', file: './run.js' } };
/** The thread of the simulator. */
const SIMULATOR = { name: 'simulator-worker', source: 'src/simulator/worker.ts', plugins: [simulatorPages()] };

/**
 * The messages that a payment's 20 seconds hang on, written by strong-soap for this very build. The file of that name is what
 * runs unbuilt; a test compares it with what strong-soap writes then.
 */
function writtenTemplates(): Plugin {
  const file = resolve(root, 'src/seqr/written-templates.ts');
  return {
    name: 'kassa:written-templates',
    load: (id) => (resolve(id) === file ? templatesModule(resolve(root, 'assets/seqr-cashregister.wsdl')) : null),
  };
}

/** The simulator's pages within the simulator's file: as a browser takes them, and with nothing to be found beside it. */
function simulatorPages(): Plugin {
  const { file, code } = embeddedPages(resolve(root, 'src/simulator'));
  return { name: 'kassa:simulator-pages', load: (id) => (resolve(id) === file ? code() : null) };
}

/** Fails the build if a page would carry the schemas' library: a third of what the cashier's window reads at each start. */
function noSchemasInPages(): Plugin {
  return {
    name: 'kassa:no-schemas-in-pages',
    generateBundle(_options, bundle) {
      const carrying = Object.values(bundle).filter(
        (file) => file.type === 'chunk' && file.moduleIds.some((id) => /[\\/]node_modules[\\/]zod[\\/]/.test(id)),
      );
      if (carrying.length > 0)
        this.error(
          `zod is in ${carrying.map(({ fileName }) => fileName).join(', ')}: a page uses something from a file of src that makes a schema`,
        );
    },
  };
}

export default defineConfig({
  main: {
    plugins: [fileOfItsOwn(START), fileOfItsOwn(SIMULATOR), writtenTemplates()],
    build: {
      target: NODE,
      outDir: 'out/main',
      minify: false,
      license: LICENCES,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { run: resolve(root, 'main/run.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: 'out/preload',
      minify: false,
      license: LICENCES,
      // A sandboxed preload can require nothing but electron: one file (security §4).
      externalizeDeps: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: resolve(root, 'main/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react(), noSchemasInPages()],
    build: {
      target: CHROME,
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The content security policy allows fonts and scripts as files of our own only (security §7).
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      license: LICENCES,
      reportCompressedSize: false,
      rolldownOptions: {
        // Importing a file of src does nothing by itself, so a page carries what it uses of a folder: the contract's types and
        // the catalogue's search, not the schemas (and zod) that stand beside them for main.
        treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]/, sideEffects: false }] },
        input: {
          index: resolve(root, 'renderer/index.html'),
          customer: resolve(root, 'renderer/customer.html'),
          print: resolve(root, 'renderer/print.html'),
        },
      },
    },
  },
});
