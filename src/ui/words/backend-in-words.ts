import type { BackendName, KnownBackend, KnownBackends } from '../../ports/backend.ts';
import { backendChoices, type BackendChoice } from '../../session/settings.ts';
import type { ChoiceWords } from '../../texts/en/settings.ts';
import type { Texts } from '../../texts/texts.ts';

/** The time of a backend that works, ms; `undefined` if it is not known to work. */
const timeOf = (backend: KnownBackend | undefined): number | undefined =>
  backend && 'medianMs' in backend ? backend.medianMs : undefined;

/** The fastest backend that works; `undefined` if none is known. */
const fastestOf = ({ wasm, webgl }: KnownBackends): BackendName | undefined => {
  const [onWasm, onWebgl] = [timeOf(wasm), timeOf(webgl)];
  if (onWebgl !== undefined && onWebgl < (onWasm ?? Infinity)) return 'webgl';
  return onWasm === undefined ? undefined : 'wasm';
};

const meaningOf = (choice: BackendChoice, backends: KnownBackends, words: Texts['settings']['backend']): string => {
  if (choice === 'auto') {
    const fastest = fastestOf(backends);
    return fastest ? words.fastest[fastest] : words.unknown;
  }
  const known = backends[choice];
  if (known === undefined) return words.untried;
  if ('fault' in known) return words.faults[known.fault];
  const perSecond = Math.max(1, Math.round(1000 / known.medianMs));
  return known.isSimd === false ? words.plainRate(perSecond) : words.rate(perSecond);
};

/** The words of each choice of a backend, with what is known of it on this device. */
export const backendWords = (
  backends: KnownBackends,
  words: Texts['settings']['backend'],
): readonly (ChoiceWords & { readonly choice: BackendChoice })[] =>
  backendChoices.map((choice) => ({ choice, name: words.names[choice], meaning: meaningOf(choice, backends, words) }));
