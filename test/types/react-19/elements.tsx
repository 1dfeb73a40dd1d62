import type {} from 'regulars/jsx';

export const compiles = (
  <regulars-slot name="home-for-you" className="row" style={{ minBlockSize: '20rem' }}>
    <regulars-carousel
      for="home-for-you"
      label="Picked for you"
      dwellMs={1000}
      onregulars-carousel-clicked={(event) => event.detail.productId.length}
    />
    <regulars-product-card position={0} addable />
  </regulars-slot>
);

// @ts-expect-error a name is text
export const wrongAttribute = <regulars-slot name={42} />;
// @ts-expect-error a time is a number
export const wrongProperty = <regulars-carousel dwellMs="soon" />;
// @ts-expect-error the event has no such detail
export const wrongEvent = <regulars-carousel onregulars-carousel-clicked={(event) => event.detail.price} />;
// @ts-expect-error there is no such element
export const wrongElement = <regulars-carrousel />;
// @ts-expect-error there is no such attribute
export const wrongName = <regulars-slot nam="home-for-you" />;
