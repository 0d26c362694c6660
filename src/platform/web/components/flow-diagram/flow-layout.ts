/** Layout of a flow diagram: each step on a row of its own in the order of the flow, in the column of its lane, with ways that never cross a box. Pure. */

export interface FlowStep {
  readonly key: string;
  readonly title: string;
  /** Who does it: its column, or a line of its box where there are no columns. */
  readonly lane: string;
  /** Under the title: its time, its condition, its ways in words. */
  readonly lines: readonly FlowLine[];
  /** Keys of the steps that may follow; null is the end. */
  readonly ways: readonly FlowWay[];
  /** Passed over in some cases. */
  readonly optional?: boolean;
  /** May send back to the step before. */
  readonly back?: boolean;
  readonly mark?: 'now' | 'past' | 'wrong';
}

/** Done elsewhere beside the steps: in a column of its own, between the step that begins it and the one that waits for it. */
export interface FlowPart {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly FlowLine[];
  /** Keys of steps. */
  readonly from: string;
  readonly until: string;
  /** Left out in some cases. */
  readonly optional?: boolean;
}

export interface FlowLine {
  readonly text: string;
  readonly tone?: 'strong' | 'quiet';
}

export interface FlowWay {
  readonly to: string | null;
  /** Of the ways on from one step, as its box numbers them. */
  readonly number?: number;
}

export interface Box<Of = FlowStep> {
  readonly step: Of;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly title: readonly string[];
  readonly lines: readonly FlowLine[];
}

export interface Line {
  readonly kind: 'way' | 'pass' | 'back' | 'part' | 'join';
  readonly points: readonly Point[];
  readonly number?: { readonly text: string; readonly at: Point };
}

export type Point = readonly [x: number, y: number];

export interface Lane {
  readonly title: readonly string[];
  readonly x: number;
  readonly width: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly Lane[];
  readonly boxes: readonly Box[];
  readonly parts: readonly Box<FlowPart>[];
  readonly lines: readonly Line[];
  readonly start: Point;
  readonly end: Point;
}

export const LINE_HEIGHT = 18;
export const PADDING = 10;
/** Width of a letter of the 13 px text, with some room to spare. */
const LETTER = 6.8;
const GAP = 40;
const TRACK = 12;
const LEFT = 30;
/** So far from the middle of a step a part leaves it or comes back, where no way does. */
const BESIDE = 9;
const SIZES = { wide: { box: 196, lane: 232 }, small: { box: 264, lane: 264 } } as const;

interface LayOptions {
  readonly small?: boolean;
  /** Beside the steps, under a head of their own; there is no room for them where there is one column. */
  readonly parts?: readonly FlowPart[];
  readonly partsHead?: string;
}

export function layFlow(
  steps: readonly FlowStep[],
  { small = false, parts = [], partsHead = '' }: LayOptions = {},
): FlowLayout {
  const size = small ? SIZES.small : SIZES.wide;
  const beside = small ? [] : parts.filter(({ from, until }) => hasStep(steps, from) && hasStep(steps, until));
  const own = small ? [] : [...new Set(steps.map(({ lane }) => lane))];
  const names = beside.length > 0 ? [...own, partsHead] : own;
  const lanes = names.map((name, index) => ({
    title: wrap(name, size.lane - 16),
    x: LEFT + index * size.lane,
    width: size.lane,
  }));
  const head = Math.max(0, ...lanes.map(({ title }) => title.length)) * LINE_HEIGHT + (small ? 0 : 2 * PADDING);
  const columns = { size, names: own, top: head + 20 + GAP };
  const { boxes, parts: placed } = placeBoxes(inOrder(steps), beside, columns);
  const right = LEFT + Math.max(1, names.length) * size.lane;
  const bottom = Math.max(head, ...[...boxes, ...placed].map(({ y, height }) => y + height));
  const last = boxes.at(-1);
  const end: Point = [last ? middle(last) : LEFT, bottom + GAP];
  const start: Point = [boxes[0] ? middle(boxes[0]) : LEFT, head + 20];
  const lines = [...drawLines(boxes, { start, end, right }), ...drawParts(boxes, placed)];
  const width = Math.max(right, ...lines.flatMap(({ points }) => points.map(([x]) => x))) + 14;
  return { width, height: bottom + GAP + 30, lanes, boxes, parts: placed, lines, start, end };
}

const hasStep = (steps: readonly FlowStep[], key: string): boolean => steps.some((step) => step.key === key);

/** Whoever is led to comes after who leads there; among equals the order of the list. A circle is cut where the list comes to it. */
function inOrder(steps: readonly FlowStep[]): FlowStep[] {
  const placed: FlowStep[] = [];
  const rest = [...steps];
  while (rest.length > 0) {
    const free = rest.findIndex((step) =>
      rest.every((other) => other === step || !other.ways.some(({ to }) => to === step.key)),
    );
    placed.push(...rest.splice(Math.max(0, free), 1));
  }
  return placed;
}

interface Columns {
  readonly size: { readonly box: number; readonly lane: number };
  readonly names: readonly string[];
  readonly top: number;
}

function placeBoxes(steps: readonly FlowStep[], parts: readonly FlowPart[], { size, names, top }: Columns) {
  let y = top;
  const place = <Of extends FlowStep | FlowPart>(step: Of, column: number, said: readonly FlowLine[]): Box<Of> => {
    const inner = size.box - 2 * PADDING;
    const title = wrap(step.title, inner - 8);
    const lines = said.flatMap(({ text, tone }) =>
      wrap(text, inner).map((part) => ({ text: part, ...(tone && { tone }) })),
    );
    const height = (title.length + lines.length) * LINE_HEIGHT + 2 * PADDING;
    const x = LEFT + column * size.lane + (size.lane - size.box) / 2;
    const box = { step, x, y, width: size.box, height, title, lines };
    y += height + GAP;
    return box;
  };
  const boxes: Box[] = [];
  const placed: Box<FlowPart>[] = [];
  for (const step of steps) {
    const own = names.length === 0 ? [{ text: step.lane, tone: 'quiet' as const }, ...step.lines] : step.lines;
    boxes.push(place(step, Math.max(0, names.indexOf(step.lane)), own));
    for (const part of parts) if (part.from === step.key) placed.push(place(part, names.length, part.lines));
  }
  return { boxes, parts: placed };
}

/** Words as they fit; one that is longer than a line stands alone. */
function wrap(text: string, width: number): string[] {
  const letters = Math.floor(width / LETTER);
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const middle = ({ x, width }: Pick<Box, 'x' | 'width'>): number => x + width / 2;
const half = ({ y, height }: Pick<Box, 'y' | 'height'>): number => y + height / 2;

interface Ends {
  readonly start: Point;
  readonly end: Point;
  readonly right: number;
}

function drawLines(boxes: readonly Box[], { start, end, right }: Ends): Line[] {
  const rows = new Map(boxes.map(({ step }, row) => [step.key, row]));
  const first = boxes[0];
  const lines: Line[] = first ? [{ kind: 'way', points: [start, [middle(first), first.y]] }] : [];
  let tracks = 0;
  for (const [row, box] of boxes.entries()) {
    for (const { to, number } of box.step.ways) {
      const target = to === null ? boxes.length : rows.get(to);
      if (target === undefined) continue;
      const there = boxes[target];
      const track = right + 2 + TRACK * tracks;
      if (target === row + 1) lines.push(downTo(box, there ? [middle(there), there.y] : end, number));
      else if (target > row) {
        tracks += 1;
        lines.push(around(box, there ? [there.x + there.width, half(there)] : [end[0] + 8, end[1]], { track, number }));
      } else if (there)
        lines.push({
          kind: 'back',
          points: [
            [box.x, half(box) + 8],
            [8, half(box) + 8],
            [8, half(there)],
            [there.x, half(there)],
          ],
        });
    }
    const before = boxes[row - 1];
    if (box.step.back && before?.step.ways.some(({ to }) => to === box.step.key)) lines.push(backTo(box, before));
    if (box.step.optional) lines.push(past(box));
  }
  return lines;
}

function downTo(box: Box, to: Point, number: number | undefined): Line {
  const [x, y] = [middle(box), box.y + box.height];
  const turn = y + GAP / 2;
  const points: Point[] = x === to[0] ? [[x, y], to] : [[x, y], [x, turn], [to[0], turn], to];
  return { kind: 'way', points, ...numbered(number, [x + 12, y + 14]) };
}

function around(
  box: Box,
  to: Point,
  { track, number }: { readonly track: number; readonly number: number | undefined },
): Line {
  const [x, y] = [box.x + box.width, half(box)];
  return { kind: 'way', points: [[x, y], [track, y], [track, to[1]], to], ...numbered(number, [x + 10, y - 6]) };
}

function backTo(box: Box, before: Box): Line {
  const left = Math.min(box.x, before.x) - 12;
  return {
    kind: 'back',
    points: [
      [box.x, half(box)],
      [left, half(box)],
      [left, half(before)],
      [before.x, half(before)],
    ],
  };
}

/** Beside the box: from the way that comes in to the way that goes out. */
function past(box: Box): Line {
  const [x, right] = [middle(box), box.x + box.width + 10];
  const [above, below] = [box.y - 10, box.y + box.height + 10];
  return {
    kind: 'pass',
    points: [
      [x, above],
      [right, above],
      [right, below],
      [x, below],
    ],
  };
}

/** Out of a step to the left side of each part that it begins; out of their right side into the step that waits: a shared stretch is drawn once. */
function drawParts(boxes: readonly Box[], parts: readonly Box<FlowPart>[]): Line[] {
  const edge = (key: string): { right: number; y: number } => {
    const box = boxes.find(({ step }) => step.key === key) as Box;
    return { right: box.x + box.width, y: half(box) };
  };
  const waiting = [...new Set(parts.map(({ step }) => step.until))];
  return parts.flatMap((part, row): Line[] => {
    const { from, until } = part.step;
    const y = half(part);
    const [begin, end] = [edge(from), edge(until)];
    const into: Point = [part.x - 12, y];
    const out: Point = [part.x + part.width + 4 + 3 * waiting.indexOf(until), y];
    const first = parts.findIndex(({ step }) => step.until === until) === row;
    const last = parts.findLastIndex(({ step }) => step.from === from) === row;
    const stem: Point[] = [
      [begin.right, begin.y + BESIDE],
      [into[0], begin.y + BESIDE],
    ];
    const back: Point[] = [
      [out[0], end.y - BESIDE],
      [end.right, end.y - BESIDE],
    ];
    return [
      { kind: 'part', points: [...(last ? stem : []), into, [part.x, y]] },
      { kind: first ? 'part' : 'join', points: [[part.x + part.width, y], out, ...(first ? back : [])] },
    ];
  });
}

const numbered = (number: number | undefined, at: Point) =>
  number === undefined ? {} : { number: { text: String(number), at } };
