/**
 * What a library without buttons and roles leaves to the shop: names for region and slides, two buttons that know the
 * ends, a sentence about what is shown. Its bytes count with the library that needs it.
 */
export function furnish({ root, slides, previous, next, ends, shown }) {
  root.setAttribute('role', 'region');
  root.setAttribute('aria-roledescription', 'carousel');
  root.setAttribute('aria-label', 'New in');
  slides.forEach((slide, at) => {
    slide.setAttribute('role', 'group');
    slide.setAttribute('aria-roledescription', 'slide');
    slide.setAttribute('aria-label', `${at + 1} of ${slides.length}`);
  });
  const [back, on] = root.querySelectorAll('button');
  back.addEventListener('click', previous);
  on.addEventListener('click', next);
  const live = document.createElement('p');
  live.className = 'unseen';
  live.setAttribute('aria-live', 'polite');
  root.append(live);
  const update = () => {
    const { before, after } = ends();
    back.setAttribute('aria-disabled', String(!before));
    on.setAttribute('aria-disabled', String(!after));
  };
  update();
  return () => {
    update();
    const [first, last] = shown();
    live.textContent = `${first + 1} to ${last + 1} of ${slides.length}`;
  };
}
