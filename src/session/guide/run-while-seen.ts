import type { VisibilityAwareSource } from '../sources/visibility-source.ts';
import type { Workout } from '../workout/workout.ts';

/**
 * Runs a workout over a source and pauses it while the page is hidden; a pause by the user stays. If the source was
 * reopened meanwhile, neutral is taken again, since the user may sit elsewhere, and `onReopened` is called. Throws the
 * errors of the source.
 */
export const runWhileSeen = async (
  workout: Workout,
  source: VisibilityAwareSource,
  onReopened: () => void,
  signal: AbortSignal,
): Promise<void> => {
  let pausesHidden = !source.isSeen;
  if (pausesHidden) workout.pause('page-hidden');
  const stopListening = source.changes.listen((change) => {
    if (change === 'hidden') {
      pausesHidden = !workout.isPaused;
      workout.pause('page-hidden');
    } else if (change === 'seen') {
      if (pausesHidden) workout.resume();
    } else {
      workout.recalibrate();
      onReopened();
    }
  });
  try {
    await workout.run(source, signal);
  } finally {
    stopListening();
  }
};
