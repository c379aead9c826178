import { judgeRealFilms } from './judge-real-films.ts';
import { realFilms } from './real-films.ts';

/* Every film of people, also the long ones. */
judgeRealFilms(realFilms);
