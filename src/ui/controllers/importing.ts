import type { ReactiveControllerHost } from 'lit';
import type { History } from '../../session/history/history.ts';
import type { ImportPreview } from '../../session/history/import-preview.ts';

/** The state of an import: none, reading a file, its preview, bringing it in, or done. */
export type ImportState =
  | { readonly is: 'none' }
  | { readonly is: 'reading' | 'bringing'; readonly name: string; readonly share: number }
  | { readonly is: 'previewed' | 'done'; readonly name: string; readonly preview: ImportPreview };

/** Leads through an import: a file is chosen, its preview is shown, and only then it is brought in. */
export class Importing {
  readonly #host: ReactiveControllerHost;
  readonly #history: () => History;
  #state: ImportState = { is: 'none' };
  #file: File | undefined;
  #abort = new AbortController();

  constructor(host: ReactiveControllerHost, history: () => History) {
    this.#host = host;
    this.#history = history;
  }

  get state(): ImportState {
    return this.#state;
  }

  /** Reads what a file would change. */
  async choose(file: File): Promise<void> {
    this.cancel();
    this.#file = file;
    await this.#run(file, 'reading', 'previewed', (options) => this.#history().previewImport(file, options));
  }

  /** Brings in the file of the preview. */
  async confirm(): Promise<void> {
    const file = this.#file;
    if (!file || this.#state.is !== 'previewed') return;
    await this.#run(file, 'bringing', 'done', (options) => this.#history().bringIn(file, options));
  }

  /** Stops reading, or closes the preview; what was already brought in stays. */
  cancel(): void {
    this.#abort.abort();
    this.#file = undefined;
    this.#become({ is: 'none' });
  }

  async #run(
    { name }: File,
    during: 'reading' | 'bringing',
    after: 'previewed' | 'done',
    read: (options: Parameters<History['bringIn']>[1]) => Promise<ImportPreview>,
  ): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    this.#become({ is: during, name, share: 0 });
    const onProgress = (share: number): void => {
      if (!signal.aborted && Math.floor(share * 100) !== this.#percent) this.#become({ is: during, name, share });
    };
    try {
      const preview = await read({ onProgress, signal });
      if (!signal.aborted) this.#become({ is: after, name, preview });
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
    }
  }

  get #percent(): number {
    return 'share' in this.#state ? Math.floor(this.#state.share * 100) : -1;
  }

  #become(state: ImportState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
