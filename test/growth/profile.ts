// `node --import tsx test/growth/profile.ts [length] [text] [setting]`: which part of the engine grows faster than the
// text, on every hostile text. Prints the parts whose time at four times the length is far above four times.
import { PARTS, probe, timeOf } from './measure.ts';
import { HOSTILE_TEXTS, SETTINGS } from './texts.ts';

const [size = '20000', wantedText = '', wantedSetting = ''] = process.argv.slice(2);
const length = Number(size);
const SLOW = 12;

for (const hostile of HOSTILE_TEXTS.filter(({ name }) => name.includes(wantedText))) {
  for (const setting of SETTINGS.filter(({ name }) => name.includes(wantedSetting))) {
    const begun = performance.now();
    const [small, large] = [probe(hostile, setting, length), probe(hostile, setting, 4 * length)];
    for (const part of PARTS) {
      const once = timeOf(part, small);
      const much = timeOf(part, large);
      if (much < SLOW || much < 6 * once) continue;
      const again = Math.min(timeOf(part, small), once);
      const muchAgain = Math.min(timeOf(part, large), much);
      if (muchAgain < SLOW || muchAgain < 6 * again) continue;
      console.log(
        `${part.name}\t${hostile.name}\t${setting.name}\t${again.toFixed(1)} → ${muchAgain.toFixed(1)} ms\t× ${(muchAgain / again).toFixed(1)}`,
      );
    }
    const took = performance.now() - begun;
    if (took > 4000) console.log(`# ${hostile.name}\t${setting.name}\ttook ${(took / 1000).toFixed(1)} s`);
  }
}
