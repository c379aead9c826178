import { coveredBy, type Piece } from './figures.ts';

/** An event of Chromium's trace, as its JSON has it; times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly functionName?: string } };
}

/** What the main thread does, as DevTools groups it. */
export const kinds = ['script', 'style and layout', 'painting', 'other'] as const;
/** One of the groups. */
export type Kind = (typeof kinds)[number];

const kindOf: Readonly<Record<string, Kind>> = {
  FunctionCall: 'script',
  EvaluateScript: 'script',
  RunMicrotasks: 'script',
  FireAnimationFrame: 'script',
  TimerFire: 'script',
  EventDispatch: 'script',
  HandlePostMessage: 'script',
  MinorGC: 'script',
  MajorGC: 'script',
  'V8.GC_SCAVENGER': 'script',
  'V8.GC_MC_BACKGROUND_MARKING': 'script',
  UpdateLayoutTree: 'style and layout',
  Layout: 'style and layout',
  IntersectionObserverController: 'style and layout',
  PrePaint: 'painting',
  Paint: 'painting',
  Layerize: 'painting',
  Commit: 'painting',
  CompositeLayers: 'painting',
  UpdateLayer: 'painting',
  UpdateLayerTree: 'painting',
  RasterTask: 'painting',
  ImageDecodeTask: 'painting',
};

/** How a thread spent a time span. */
export interface ThreadShares {
  /** The share of the time in which a task ran, 0-1, by the clock: a busy machine makes it larger. */
  readonly busy: number;
  /** The same by the thread's processor time; NaN where the trace has none. */
  readonly busyProcessor: number;
  /** The share of the time for each kind, by the clock. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** The names of events with the most time of their own, and their shares. */
  readonly largest: readonly (readonly [string, number])[];
  /** Tasks of more than 50 ms, and those among them with more than 50 ms of script. */
  readonly longTasks: number;
  readonly longScriptTasks: number;
}

const longTaskUs = 50_000;

interface Node {
  readonly event: TraceEvent;
  readonly until: number;
  own: number;
}

/** The time that each event of one thread has for itself, without the events within it. */
const ownTimes = (events: readonly TraceEvent[]): readonly Node[] => {
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const event of events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))) {
    const { ts, dur = 0 } = event;
    while (open.length > 0 && (open.at(-1)?.until ?? 0) <= ts) open.pop();
    const within = open.at(-1);
    if (within) within.own -= dur;
    const node = { event, until: ts + dur, own: dur };
    nodes.push(node);
    open.push(node);
  }
  return nodes;
};

const isTask = ({ name }: TraceEvent): boolean => /RunTask$/.test(name);

/** The main thread of the page: of all renderers' main threads, the one that ran longest. */
export const mainThreadOf = (events: readonly TraceEvent[]): readonly TraceEvent[] => {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const threads = mains.map(({ pid, tid }) =>
    events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X'),
  );
  const lasting = (thread: readonly TraceEvent[]): number =>
    thread.filter(isTask).reduce((sum, { dur = 0 }) => sum + dur, 0);
  return threads.toSorted((a, b) => lasting(b) - lasting(a))[0] ?? [];
};

const pieceOf = ({ ts, dur = 0 }: TraceEvent): Piece => ({ from: ts, lasts: dur });

/** How the page's main thread spent a traced time, given its length in ms. */
export const mainThreadShares = (events: readonly TraceEvent[], lastsMs: number): ThreadShares => {
  const thread = mainThreadOf(events);
  const tasks = thread.filter(isTask);
  const span = lastsMs * 1000;
  const byKind: Record<Kind, number> = { script: 0, 'style and layout': 0, painting: 0, other: 0 };
  const byName = new Map<string, number>();
  for (const { event, own } of ownTimes(thread)) {
    byKind[kindOf[event.name] ?? 'other'] += own / span;
    byName.set(event.name, (byName.get(event.name) ?? 0) + own / span);
  }
  const long = tasks.filter(({ dur = 0 }) => dur > longTaskUs);
  const scripts = thread.filter(({ name }) => kindOf[name] === 'script').map(pieceOf);
  const scriptIn = ({ ts, dur = 0 }: TraceEvent): number =>
    coveredBy(scripts.filter(({ from, lasts }) => from >= ts && from + lasts <= ts + dur));
  return {
    busy: coveredBy(tasks.map(pieceOf)) / span,
    busyProcessor: tasks.reduce((sum, { tdur = Number.NaN }) => sum + tdur, 0) / span,
    kinds: byKind,
    largest: [...byName].toSorted(([, a], [, b]) => b - a).slice(0, 12),
    longTasks: long.length,
    longScriptTasks: long.filter((task) => scriptIn(task) > longTaskUs).length,
  };
};
