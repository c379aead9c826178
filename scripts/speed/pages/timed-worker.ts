/** Limber's own worker, with a clock at its stages. */
import './stage-clock.ts';
import '../../../src/platform/detector/worker/worker.ts';
