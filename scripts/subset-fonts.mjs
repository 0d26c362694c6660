/**
 * Makes the committed web fonts from the full typefaces: Be Vietnam Pro cut to Vietnamese and Basic Latin, Noto Sans cut to its ten digits.
 * Run by hand after changing a weight or the alphabet: node scripts/subset-fonts.mjs
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const fonts = fileURLToPath(new URL('../src/platform/web/fonts/', import.meta.url));
const { resolve } = createRequire(import.meta.url);
const beVietnamPro = dirname(resolve('@expo-google-fonts/be-vietnam-pro/package.json'));
const notoSans = dirname(resolve('@fontsource/noto-sans/package.json'));

const BASIC_LATIN = range(0x20, 0x7e);
const VIETNAMESE = `ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư${range(0x1ea0, 0x1ef9)}₫`;
/** Marks of decomposed Vietnamese and of tables, which have no key of their own: dashes, quotes, ellipsis, middle dot, comparison, arrow. */
const MARKS =
  '\u0300\u0301\u0303\u0309\u0323\u00a0\u00ab\u00bb\u00b0\u00b2\u00b3\u00b7\u00d7\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2212\u2264\u2265\u2192';

/** Screens of today ignore hinting; of the layout features only kerning, mark placement and composition change Vietnamese text. */
const LEAN = { noHinting: true, keepFeatures: ['kern', 'mark', 'mkmk', 'ccmp', 'locl'] };

for (const [weight, file] of [
  [400, '400Regular/BeVietnamPro_400Regular.ttf'],
  [500, '500Medium/BeVietnamPro_500Medium.ttf'],
  [600, '600SemiBold/BeVietnamPro_600SemiBold.ttf'],
]) {
  await cut(join(beVietnamPro, file), BASIC_LATIN + VIETNAMESE + MARKS, `be-vietnam-pro-${weight}.woff2`);
}
for (const weight of [400, 500]) {
  await cut(
    join(notoSans, 'files', `noto-sans-latin-${weight}-normal.woff2`),
    '0123456789',
    `noto-sans-digits-${weight}.woff2`,
  );
}
copyFileSync(join(beVietnamPro, 'LICENSE_FONT'), join(fonts, 'OFL-be-vietnam-pro.txt'));
copyFileSync(join(notoSans, 'LICENSE'), join(fonts, 'OFL-noto-sans.txt'));

async function cut(source, text, target) {
  const subset = await subsetFont(readFileSync(source), text, { targetFormat: 'woff2', ...LEAN });
  writeFileSync(join(fonts, target), subset);
  console.log(`${target}: ${subset.length} bytes`);
}

function range(from, to) {
  return String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
