import { CustomVideoDecoder, VideoSample, type EncodedPacket, type VideoCodec } from 'mediabunny';

/** The maximum number of packets in the decoder's queue: enough to keep it busy. */
const mostWaiting = 4;

/**
 * Decodes VP8 and VP9, the only codecs with transparency, without it: to merge the transparency the library would start
 * a worker from a blob, which the content-security policy forbids.
 */
export class OpaqueDecoder extends CustomVideoDecoder {
  #decoder: VideoDecoder | undefined;

  static override supports(codec: VideoCodec): boolean {
    return codec === 'vp8' || codec === 'vp9';
  }

  init(): void {
    this.#decoder = new VideoDecoder({
      output: (frame) => this.onSample(new VideoSample(frame)),
      error: (error) => this.onError(error),
    });
    this.#decoder.configure(this.config);
  }

  async decode(packet: EncodedPacket): Promise<void> {
    this.#decoder?.decode(packet.toEncodedVideoChunk());
    while (this.#isFull) await new Promise((done) => this.#decoder?.addEventListener('dequeue', done, { once: true }));
  }

  get #isFull(): boolean {
    return this.#decoder?.state === 'configured' && this.#decoder.decodeQueueSize > mostWaiting;
  }

  async flush(): Promise<void> {
    await this.#decoder?.flush();
  }

  close(): void {
    if (this.#decoder?.state !== 'closed') this.#decoder?.close();
  }
}
