/** `npm run templates`: has strong-soap write the messages that are only filled at run time (src/seqr/template.ts). */
import fs from 'node:fs';
import path from 'node:path';
import { templatesModule } from '../src/seqr/write-templates.ts';

const ROOT = path.join(import.meta.dirname, '..');
fs.writeFileSync(
  path.join(ROOT, 'src', 'seqr', 'written-templates.ts'),
  await templatesModule(path.join(ROOT, 'assets', 'seqr-cashregister.wsdl')),
);
