import type { BundledPackage } from './bundled.ts';

/** The product itself. */
export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly description?: string;
}

const urlOf = ({ name, version }: Pick<Product, 'name' | 'version'>): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** The lockfile's base64 as the hexadecimal digits that CycloneDX wants. */
function hashesOf(integrity: string | undefined): { alg: string; content: string }[] {
  const match = /^sha512-(.+)$/.exec(integrity ?? '');
  return match?.[1] ? [{ alg: 'SHA-512', content: Buffer.from(match[1], 'base64').toString('hex') }] : [];
}

/** SPDX has names for single licences and expressions for the rest; CycloneDX keeps them apart. */
const licencesOf = (license: string) =>
  /[\s()]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];

/**
 * A software bill of materials, CycloneDX 1.6: what is in the bundles, and nothing that only builds or tests them.
 * Without date and serial number, so that the same sources give the same bytes.
 */
export function billOfMaterials(product: Product, packages: readonly BundledPackage[]) {
  const own = urlOf(product);
  const references = new Map(packages.map((each) => [`${each.name}@${each.version}`, urlOf(each)]));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': own,
        name: product.name,
        version: product.version,
        licenses: licencesOf(product.license),
        purl: own,
      },
    },
    components: packages.map((each) => ({
      type: 'library',
      'bom-ref': urlOf(each),
      name: each.name,
      version: each.version,
      scope: 'required',
      hashes: hashesOf(each.integrity),
      licenses: licencesOf(each.license),
      purl: urlOf(each),
      ...(each.homepage && { externalReferences: [{ type: 'website', url: each.homepage }] }),
    })),
    dependencies: [
      { ref: own, dependsOn: packages.map(urlOf) },
      ...packages.map((each) => ({
        ref: urlOf(each),
        dependsOn: each.dependencies.flatMap((name) => references.get(name) ?? []),
      })),
    ],
  };
}
