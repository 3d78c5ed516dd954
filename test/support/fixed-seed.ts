import fc from 'fast-check';

/**
 * Properties draw the same examples on every run, so that a test that fails has failed because of a change.
 * `NIANBAO_SEED=random npm test` draws new ones, and a number the ones of that seed.
 */
const asked = process.env.NIANBAO_SEED;
if (asked !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked ?? 20_210_131) });
