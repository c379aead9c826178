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
  readonly args?: { readonly name?: string };
}

/** What the page's main thread does. */
export const kinds = [
  'taking the camera’s picture',
  'engine and overlay',
  'other script',
  'style and layout',
  'painting',
  'other',
] as const;
/** One of these. */
export type Kind = (typeof kinds)[number];

/** The events that begin a kind; what lies within one, and begins none, belongs to it. */
const kindOf: Readonly<Record<string, Kind>> = {
  'VideoFrameCallbackRequesterImpl::ExecuteVideoFrameCallbacks': 'taking the camera’s picture',
  HandlePostMessage: 'engine and overlay',
  FunctionCall: 'other script',
  EvaluateScript: 'other script',
  RunMicrotasks: 'other script',
  'v8.callFunction': 'other script',
  MinorGC: 'other script',
  MajorGC: 'other script',
  'LocalFrameView::RunStyleAndLayoutLifecyclePhases': 'style and layout',
  'LocalFrameView::UpdateStyleAndLayout': 'style and layout',
  UpdateLayoutTree: 'style and layout',
  Layout: 'style and layout',
  'LocalFrameView::RunPaintLifecyclePhase': 'painting',
  'CanvasRenderingContext2D::FinalizeFrame': 'painting',
  PrePaint: 'painting',
  Paint: 'painting',
  Layerize: 'painting',
  Commit: 'painting',
};

/** What a callback of one of these kinds runs belongs to it, not to script in general. */
const isWhole = (kind: Kind): boolean => kind === 'taking the camera’s picture' || kind === 'engine and overlay';

/** A thread of the browser and the processor time that it used, as a share of the traced time. */
export interface ThreadShare {
  readonly thread: string;
  readonly processor: number;
}

/** How the page's main thread spent a traced time; shares of that time, 0-1. */
export interface MainThread {
  /** The time in which a task ran, by the clock: a busy machine makes it larger. */
  readonly busy: number;
  /** The same by the thread's processor time. */
  readonly processor: number;
  /** The processor time for each kind. */
  readonly kinds: Readonly<Record<Kind, number>>;
  /** The names of events with the most processor time of their own. */
  readonly largest: readonly (readonly [string, number])[];
  /** Tasks of more than 50 ms by the clock, and those among them with more than 50 ms of script. */
  readonly longTasks: number;
  readonly longScriptTasks: number;
}

const longTaskUs = 50_000;

const inOrder = (events: readonly TraceEvent[]): readonly TraceEvent[] =>
  events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));

/** The events that lie in no other one: Chromium wraps a task in a second event of nearly the same length. */
const outermost = (events: readonly TraceEvent[]): readonly TraceEvent[] => {
  let until = -Infinity;
  return inOrder(events).filter(({ ts, dur = 0 }) => {
    if (ts < until) return false;
    until = ts + dur;
    return true;
  });
};

const processorIn = (events: readonly TraceEvent[]): number =>
  outermost(events).reduce((sum, { tdur = 0 }) => sum + tdur, 0);

interface Node {
  readonly name: string;
  readonly kind: Kind;
  readonly until: number;
  /** Processor time without that of the events within it. */
  own: number;
}

const kindWithin = (name: string, within: Kind): Kind => {
  const kind = kindOf[name] ?? within;
  return isWhole(within) && kind === 'other script' ? within : kind;
};

const nodesOf = (events: readonly TraceEvent[]): readonly Node[] => {
  const nodes: Node[] = [];
  const open: Node[] = [];
  for (const { name, ts, dur = 0, tdur = 0 } of inOrder(events)) {
    while (open.length > 0 && (open.at(-1)?.until ?? 0) <= ts) open.pop();
    const within = open.at(-1);
    if (within) within.own -= tdur;
    const node = { name, kind: kindWithin(name, within?.kind ?? 'other'), until: ts + dur, own: tdur };
    nodes.push(node);
    open.push(node);
  }
  return nodes;
};

const isTask = ({ name }: TraceEvent): boolean => name.endsWith('RunTask');

interface Thread {
  readonly name: string;
  readonly events: readonly TraceEvent[];
}

const threadsIn = (events: readonly TraceEvent[]): readonly Thread[] => {
  const processes = new Map<number, string>();
  for (const { name, pid, args } of events) if (name === 'process_name') processes.set(pid, args?.name ?? '');
  const threads = new Map<string, TraceEvent[]>();
  for (const event of events) {
    if (event.ph !== 'X') continue;
    const key = `${event.pid} ${event.tid}`;
    const thread = threads.get(key) ?? [];
    thread.push(event);
    threads.set(key, thread);
  }
  return events
    .filter(({ name }) => name === 'thread_name')
    .map(({ pid, tid, args }) => ({
      name: `${processes.get(pid) ?? 'process'}: ${args?.name ?? ''}`,
      events: threads.get(`${pid} ${tid}`) ?? [],
    }));
};

/** The main thread of the page: of all renderers' main threads, the one that used the most processor time. */
const mainThreadIn = (threads: readonly Thread[]): readonly TraceEvent[] =>
  threads
    .filter(({ name }) => name.endsWith('CrRendererMain'))
    .map(({ events }) => events)
    .toSorted((a, b) => processorIn(b) - processorIn(a))[0] ?? [];

const pieceOf = ({ ts, dur = 0 }: TraceEvent): Piece => ({ from: ts, lasts: dur });

/** How the page's main thread spent a traced time, given its length in ms. */
export const mainThreadOf = (events: readonly TraceEvent[], lastsMs: number): MainThread => {
  const thread = mainThreadIn(threadsIn(events));
  const tasks = outermost(thread.filter(isTask));
  const span = lastsMs * 1000;
  const byKind = new Map<Kind, number>();
  const byName = new Map<string, number>();
  const add = <Key>(map: Map<Key, number>, key: Key, own: number): void =>
    void map.set(key, (map.get(key) ?? 0) + own / span);
  for (const { name, kind, own } of nodesOf(thread)) {
    add(byKind, kind, own);
    add(byName, name, own);
  }
  const long = tasks.filter(({ dur = 0 }) => dur > longTaskUs);
  const scripts = thread.filter(({ name }) => kindOf[name] === 'other script').map(pieceOf);
  const scriptIn = ({ ts, dur = 0 }: TraceEvent): number =>
    coveredBy(scripts.filter(({ from, lasts }) => from >= ts && from + lasts <= ts + dur));
  return {
    busy: coveredBy(tasks.map(pieceOf)) / span,
    processor: processorIn(thread) / span,
    kinds: Object.fromEntries(kinds.map((kind) => [kind, byKind.get(kind) ?? 0])) as Record<Kind, number>,
    largest: [...byName].toSorted(([, a], [, b]) => b - a).slice(0, 12),
    longTasks: long.length,
    longScriptTasks: long.filter((task) => scriptIn(task) > longTaskUs).length,
  };
};

/** The threads of the browser that used the most processor time, of a traced time of this length in ms. */
export const busiestThreads = (events: readonly TraceEvent[], lastsMs: number): readonly ThreadShare[] =>
  threadsIn(events)
    .map(({ name, events: own }) => ({ thread: name, processor: processorIn(own) / (lastsMs * 1000) }))
    .toSorted((a, b) => b.processor - a.processor)
    .slice(0, 8);
