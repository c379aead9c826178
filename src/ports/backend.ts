/** The backends of MoveNet: WebAssembly on the CPU, and WebGL on the GPU. A value, since stored data is checked against it. */
export const backendNames = ['wasm', 'webgl'] as const;

/** The name of a backend of MoveNet. */
export type BackendName = (typeof backendNames)[number];

/** Why a backend is not used: it gave wrong results, or it did not start. A value, since stored data is checked against it. */
export const backendFaults = ['wrong', 'failed'] as const;

/** Why a backend is not used. */
export type BackendFault = (typeof backendFaults)[number];

/**
 * What is known of a backend on this device: the median time of a picture with Lightning, ms, and whether wasm has SIMD
 * there; or why it is not used.
 */
export type KnownBackend =
  { readonly medianMs: number; readonly isSimd?: boolean | undefined } | { readonly fault: BackendFault };

/** What is known of the backends on this device; one that was not tried is missing. */
export type KnownBackends = Readonly<Partial<Record<BackendName, KnownBackend | undefined>>>;
