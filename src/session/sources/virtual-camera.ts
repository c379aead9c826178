/**
 * Names of programs that offer a camera of their own, as their cameras are labelled; from their manuals and from public
 * reports. A match is a possibility: such a camera may show the user, as a phone's does.
 */
const programs: readonly RegExp[] = [
  /virtual/i,
  /\bv-?cam\b/i,
  /\bobs\b/i,
  /snap camera/i,
  /manycam/i,
  /splitcam/i,
  /xsplit/i,
  /camtwist/i,
  /iriun/i,
  /droidcam/i,
  /ivcam/i,
  /epoccam/i,
  /\bcamo\b/i,
  /\bndi\b/i,
  /mmhmm/i,
  /youcam/i,
  /altercam/i,
  /chromacam/i,
  /facerig/i,
  /nvidia broadcast/i,
  /logi capture/i,
  /webcamoid/i,
  /unity video capture/i,
  /dummy video device/i,
  /v4l2loopback/i,
];

/** Whether a camera of this name may be a program's, which shows what that program sends. */
export const mayBeVirtual = (label: string): boolean => programs.some((program) => program.test(label));
