/** The number of random cases of each exercise: small, so that `npm test` stays short; `RUNS=200` tries more. */
export const runs = Number(process.env['RUNS'] ?? 60);
