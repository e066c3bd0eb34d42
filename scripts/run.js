/*
 * Where every command of package.json begins: node scripts/run.js NAME [arguments]. It sets itself up, so that a bare
 * clone needs nothing else, and no npm script before it, which `ignore-scripts` in an .npmrc would leave out.
 *
 * Written for any Node there is, so that an old one says what is wrong instead of naming a line it cannot read.
 */
var OLDEST = 20;
var major = Number(process.versions.node.split('.')[0]);

if (major < OLDEST) {
  console.error(
    'Kassa needs Node ' +
      OLDEST +
      ' or newer to set itself up; this is ' +
      process.version +
      '. ' +
      'Install a newer one (https://nodejs.org) and run the command again.',
  );
  process.exit(1);
} else {
  import('./set-up/begin.mjs').then(function (begin) {
    begin.run(process.argv[2], process.argv.slice(3));
  });
}
