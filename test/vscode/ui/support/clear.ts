import { rmSync } from 'node:fs';
import { screenshots } from './session.ts';

/** Before all tests: pictures of an earlier run would be taken for those of this one. */
export const setup = (): void => rmSync(screenshots, { recursive: true, force: true });
