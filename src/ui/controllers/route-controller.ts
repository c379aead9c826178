import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { routeOf, type Route } from '../routes.ts';

/** Updates its host when the route in the address changes. */
export class RouteController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #hash = location.hash;
  #route: Route = routeOf(this.#hash);

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
    // The address may have changed while the host was disconnected.
    this.#read();
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read);
  }

  readonly #read = (): void => {
    // The event of a change before the host was connected arrives late; it must not start a second visit.
    if (location.hash === this.#hash) return;
    this.#hash = location.hash;
    this.#route = routeOf(this.#hash);
    this.#onMove();
    this.#host.requestUpdate();
  };
}
