import type {} from 'regulars/jsx';

export const compiles = (
  <regulars-slot name="home-for-you" class="row">
    <regulars-carousel for="home-for-you" label="Picked for you" />
    <regulars-product-card position={0} addable />
  </regulars-slot>
);

// @ts-expect-error a name is text
export const wrongAttribute = <regulars-slot name={42} />;
// @ts-expect-error React 18 adds no listener to a custom element: use a ref
export const wrongEvent = <regulars-carousel onregulars-carousel-clicked={() => undefined} />;
// @ts-expect-error React 18 sets no property of a custom element: use a ref
export const wrongProperty = <regulars-carousel dwellMs={1000} />;
// @ts-expect-error there is no such element
export const wrongElement = <regulars-carrousel />;
