/** The number of random cases of each exercise: small, so that `npm test` stays short; `npm run test:long` tries forty times as many. */
export const runs = Number(process.env['RUNS'] ?? 5);
