import type {} from 'regulars/jsx';

export const compiles = (
  <regulars-slot name="home-for-you" class="row">
    <regulars-carousel
      for="home-for-you"
      prop:dwellMs={1000}
      on:regulars-carousel-clicked={(event) => event.detail.productId.length}
    />
    <regulars-product-card position={0} addable />
  </regulars-slot>
);

// @ts-expect-error a name is text
export const wrongAttribute = <regulars-slot name={42} />;
// @ts-expect-error a time is a number
export const wrongProperty = <regulars-carousel prop:dwellMs="soon" />;
// @ts-expect-error the event has no such detail
export const wrongEvent = <regulars-carousel on:regulars-carousel-clicked={(event) => event.detail.price} />;
// @ts-expect-error there is no such element
export const wrongElement = <regulars-carrousel />;
