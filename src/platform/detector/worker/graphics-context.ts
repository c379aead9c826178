/** The WebGL context that the model runs on; a driver may drop it at any time. */
export interface GraphicsContext {
  isLost(): boolean;
  /**
   * Calls the listener when the context is lost; TensorFlow.js itself would continue, and never find a person again.
   */
  onLost(listener: () => void): void;
  /** Drops the context, as a driver would. */
  lose(): void;
}

/** Watches the context of TensorFlow.js's WebGL backend. */
export const watchContext = (gl: WebGLRenderingContext): GraphicsContext => {
  // The worker's type declarations lack this property of every context.
  const { canvas } = gl as unknown as { readonly canvas: OffscreenCanvas };
  return {
    isLost: () => gl.isContextLost(),
    onLost: (listener) => canvas.addEventListener('webglcontextlost', listener),
    lose: () => gl.getExtension('WEBGL_lose_context')?.loseContext(),
  };
};
