import { expect, test } from 'vitest';
import { darkRuns, qrMatrix, qrSvg } from './qr.ts';

const url = 'https://dichvucong.example.vn/kiem-tra/7K3M-9QXD-2FHA';

test('a QR code has its three finder patterns and the timing line between them', () => {
  const { size, dark } = qrMatrix(url);
  const finder = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111'];
  const corner = (left: number, top: number) =>
    Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => (dark(left + column, top + row) ? '1' : '0')).join(''),
    );
  expect([corner(0, 0), corner(size - 7, 0), corner(0, size - 7)]).toEqual([finder, finder, finder]);
  for (let column = 8; column < size - 8; column++) expect(dark(column, 6)).toBe(column % 2 === 0);
});

test('the runs draw every dark module once and no light one', () => {
  const matrix = qrMatrix(url);
  const drawn = new Map<string, number>();
  for (const { column, row, length } of darkRuns(matrix)) {
    for (let x = column; x < column + length; x++) drawn.set(`${x},${row}`, (drawn.get(`${x},${row}`) ?? 0) + 1);
  }
  for (let row = 0; row < matrix.size; row++) {
    for (let column = 0; column < matrix.size; column++) {
      expect(drawn.get(`${column},${row}`) ?? 0).toBe(matrix.dark(column, row) ? 1 : 0);
    }
  }
});

test('the drawing for pages has a quiet zone of four modules and a label for those who cannot see it', () => {
  const svg = qrSvg(url, 'Mã QR <"kiểm tra" & tra cứu>');
  const side = qrMatrix(url).size + 8;
  expect(svg).toContain(`viewBox="0 0 ${side} ${side}"`);
  expect(svg).toContain('aria-label="Mã QR &lt;&quot;kiểm tra&quot; &amp; tra cứu>"');
  expect(svg).toContain('M4 4h7v1h-7z');
});
