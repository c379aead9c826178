/** How many random cases of each exercise are tried: so few that `npm test` stays short; `RUNS=200` tries more. */
export const runs = Number(process.env['RUNS'] ?? 60);
