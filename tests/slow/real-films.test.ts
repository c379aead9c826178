import { judgeRealFilms } from '../films/judge-real-films.ts';
import { realFilms } from '../films/real-films.ts';

/* The short films of people, seen by the built app; `npm run test:films` judges the long ones, too. */
judgeRealFilms(realFilms.filter(({ isLong }) => isLong !== true));
