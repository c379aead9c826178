import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { routeOf, type Route } from '../routes.ts';

/** Keeps its host on the route that the address names. */
export class RouteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #route: Route = routeOf(location.hash);

  readonly #onMove: () => void;

  constructor(host: ReactiveControllerHost, onMove: () => void) {
    this.#host = host;
    this.#onMove = onMove;
    host.addController(this);
  }

  get route(): Route {
    return this.#route;
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read);
    this.#route = routeOf(location.hash);
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    this.#route = routeOf(location.hash);
    this.#onMove();
    this.#host.requestUpdate();
  };
}
