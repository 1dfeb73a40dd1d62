import type { ProductText } from './product-text.ts';

/** Titles and descriptions in English. */
export const en: ProductText = {
  'par-101': [
    'Swan watering can',
    'A long neck reaches the pot at the very back without wetting the neighbour below. 1.5 litres.',
  ],
  'par-102': [
    'Railing planter',
    'Sits astride the rail, no screws and no drill. Sixty centimetres of herbs at elbow height.',
  ],
  'par-103': [
    'Ribbed clay pot',
    'Thrown and ribbed by hand, unglazed so that roots can breathe. Saucer included.',
  ],
  'par-104': ['Reservoir pot', 'Holds water for two weeks under the soil. A float shows when it is thirsty.'],
  'par-105': ['Fan trellis', 'Folded flat in the hallway, a metre wide in the pot. Sweet peas love it.'],
  'par-106': [
    'Trowel and fork',
    'Short handles for long boxes. Forged steel, ash wood, a loop to hang them by.',
  ],
  'par-107': ['Herb snips', 'Small enough for chives, sharp enough for rosemary. Washes in the sink.'],
  'par-108': [
    'Brass mister',
    'A fine cloud for ferns and orchids. The brass darkens where your thumb rests.',
  ],
  'par-201': [
    'Window basil trio',
    'Green, purple and lemon basil in one tray. Pinch the tops and it lasts all summer.',
  ],
  'par-202': ['Dwarf olive tree', 'A Mediterranean hill in one pot. Sun, little water, no hurry.'],
  'par-203': [
    'Balcony strawberries',
    'Everbearing plants that fruit from June until the first frost, if the children let them.',
  ],
  'par-204': ['Five chilli seeds', 'From gentle to regrettable: five packets, sown on the sill in February.'],
  'par-205': [
    'Meadow seed balls',
    'Throw them into a box or a bare corner and wait for poppies. Twelve balls of native flowers.',
  ],
  'par-206': [
    'Amaryllis bulb',
    'Four trumpets in the darkest week of the year. Needs a pot, a window and a glass of water.',
  ],
  'par-207': ['Trailing pothos', 'Grows towards you, forgives holidays. Comes with its hanging pot.'],
  'par-208': ['Pebble cactus', 'Round, patient and in flower once a year. Water it when you remember.'],
  'par-301': ['Enamel milk pot', 'Warms milk, melts butter, boils two eggs. Pours from both sides.'],
  'par-302': [
    'Linden chopping board',
    'One plank of linden, kind to knives. The groove keeps tomato juice off the table.',
  ],
  'par-303': ['Pickle jar', 'A stone weight keeps cucumbers under and the lid lets the fizz out.'],
  'par-304': ['Small mortar', 'Rough granite inside, smooth in the hand. Pesto for two, pepper for ten.'],
  'par-305': ['Grill pan', 'Cast iron with tall ribs: stripes on courgettes, no smoke on the neighbours.'],
  'par-306': ['Nesting bowls', 'Three bowls that live inside each other. Dough, salad, and the last olives.'],
  'par-307': ['Lemon press', 'Half a lemon, one twist, no pips. Doubles as a tea-bag rest.'],
  'par-308': ['Tiffin box', 'Three tiers for lunch on the roof. Soup below, salad above, cake on top.'],
  'par-401': [
    "Five o'clock teapot",
    'Fills four cups and does not drip on the last one. The lid stays on when you pour.',
  ],
  'par-402': ['Moka pot', 'Gurgles when it is ready. Coffee strong enough for a Monday on the balcony.'],
  'par-403': [
    'Wide mug',
    'Wide as a bowl with a handle for three fingers. Each one is glazed a little differently.',
  ],
  'par-404': [
    'Balcony espresso',
    'Chocolate first, orange peel later. Roasted on Thursdays, 250 g of beans.',
  ],
  'par-405': [
    'Linden blossom tea',
    'Picked in June under one tree, dried in its shade. Tastes like the street in summer.',
  ],
  'par-406': ['Hand grinder', 'Forty turns for one cup. Steel burrs, walnut drawer, no noise before seven.'],
  'par-407': ['Pour-over cone', 'Spiral ribs, one big hole, three minutes of quiet. With its glass jug.'],
  'par-408': ['Travel cup', 'Keeps coffee hot for five stops and a delay. Opens with one thumb.'],
  'par-501': ['Moon lamp', 'A full moon on a stand, dimmed by a tap. For people whose window faces a wall.'],
  'par-502': [
    'Clip-on reading light',
    'Bites on to a shelf, a rail or a book. Warm light, one charge a week.',
  ],
  'par-503': ['Ten lanterns', 'Paper-thin shades on four metres of cable. Rain does not trouble them.'],
  'par-504': ['Storm lantern', 'Burns through wind that has already taken the tablecloth. Oil or candle.'],
  'par-505': ['Beeswax candles', 'A pair, dipped twenty-six times. They smell of honey and do not drip.'],
  'par-506': ['Tea-light house', 'A porcelain house with four lit windows. Nobody has to heat it.'],
  'par-507': ['Solar stake', 'Collects the afternoon, gives it back at nine. Push it into any pot.'],
  'par-508': ['Mushroom lamp', 'Blown glass that glows from below the cap. The lamp guests ask about.'],
  'par-601': ['Striped blanket', 'Wool from last year, woven in wide stripes. Big enough for two and a cat.'],
  'par-602': ['Awning cushion', 'Cut from awning cloth: sun and rain run off, crumbs too.'],
  'par-603': [
    'Waffle tea towels',
    'Two towels that drink a whole pan dry. They get softer until you forget they were new.',
  ],
  'par-604': ['Linen apron', 'Deep pocket for snips and twine. Crossed at the back, so nothing to tie.'],
  'par-605': ['Balcony rug', 'Woven from recycled bottles, warm under bare feet. Hose it down in May.'],
  'par-606': ['Market bag', 'Stretches from two lemons to a whole market. Hangs on one hook.'],
  'par-607': [
    'Felt slippers',
    'Thick wool felt and a rubber sole, for the step between kitchen and balcony.',
  ],
  'par-608': ['Hammock chair', 'One hook in the ceiling and the afternoon is settled. Carries 120 kg.'],
  'par-701': ['Pocket notebook', 'Ninety-six pages that lie flat. Dotted, so lists and maps both fit.'],
  'par-702': [
    'Garden diary',
    'Five years on one page for each day: what was sown, what came up, who ate it.',
  ],
  'par-703': ['Window postcards', 'Eight views from other people’s windows. Room on the back for yours.'],
  'par-704': [
    'Night-blue ink',
    'Blue at noon, almost black by lamplight. Fifty millilitres in a heavy bottle.',
  ],
  'par-705': [
    'Fountain pen',
    'A fine steel nib that forgives left-handers. Clips to a notebook, not to a shirt.',
  ],
  'par-706': ['Wrapping paper', 'Three rolls, three patterns, no glitter. Printed on both sides.'],
  'par-707': [
    'Paper kite',
    'Flies in the wind that closes windows. Thirty metres of line, tail to knot yourself.',
  ],
  'par-708': ['Wall calendar', 'Twelve skies over twelve roofs. Large boxes for small plans.'],
  'par-801': [
    'Window feeder',
    'Two suction cups and the tits come to breakfast. A tray that lifts out to wash.',
  ],
  'par-802': [
    'Sparrow house',
    'A hole of 32 millimetres, exactly what sparrows ask for. Cleans from the back.',
  ],
  'par-803': [
    'Bee hotel',
    'Reeds, cones and drilled oak. Mason bees check in from March and pay in cherries.',
  ],
  'par-804': [
    'Butterfly bar',
    'A shallow flower of a dish for fruit and sugar water. Opens with the first peacock.',
  ],
  'par-805': ['Bird bath', 'A glazed bowl with a stone to stand on. Splashing is part of the show.'],
  'par-806': [
    'Sunflower hearts',
    'No husks, no mess on the awning. For finches, tits and one very clever pigeon.',
  ],
  'par-807': ['City bird guide', 'Sixty birds you meet without leaving town, drawn at the size of a hand.'],
  'par-808': [
    'City binoculars',
    'Eight times nearer, light as a sandwich. For swifts, roofs and the clock on the square.',
  ],
};
