// Run by the build: `write.ts <metafiles.json> <folder>` puts licences and bill of materials beside the bundles.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workbench/paths.ts';
import { bundledPackages, type Metafile } from './bundled.ts';
import { notices } from './notices.ts';
import { billOfMaterials, type Product } from './sbom.ts';

const [metafiles = '', folder = ''] = process.argv.slice(2);
const read: Metafile[] = JSON.parse(readFileSync(metafiles, 'utf8'));
const packages = bundledPackages(read);
const product: Product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(billOfMaterials(product, packages), null, 2)}\n`);
