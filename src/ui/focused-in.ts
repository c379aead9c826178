/** The element within a host's shadow trees that has the focus; `undefined` if there is none. */
export const focusedIn = ({ shadowRoot }: Element): HTMLElement | undefined => {
  let focused = shadowRoot?.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused instanceof HTMLElement ? focused : undefined;
};
