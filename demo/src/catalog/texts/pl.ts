import type { ProductText } from './product-text.ts';

/** Titles and descriptions in Polish. */
export const pl: ProductText = {
  'par-101': [
    'Konewka „Łabędź”',
    'Długa szyja sięga do ostatniej doniczki i nie moczy sąsiada z dołu. 1,5 litra.',
  ],
  'par-102': [
    'Skrzynka na balustradę',
    'Siada na poręczy bez śrub i wiertarki. Sześćdziesiąt centymetrów ziół na wysokości łokcia.',
  ],
  'par-103': [
    'Żebrowana doniczka z gliny',
    'Toczona i żłobiona ręcznie, bez szkliwa, żeby korzenie oddychały. Z podstawką.',
  ],
  'par-104': [
    'Doniczka z zapasem wody',
    'Trzyma wodę pod ziemią przez dwa tygodnie. Pływak pokazuje, kiedy jest spragniona.',
  ],
  'par-105': [
    'Kratka wachlarz',
    'Złożona mieści się w przedpokoju, w doniczce ma metr. Groszek pachnący ją uwielbia.',
  ],
  'par-106': [
    'Łopatka i widełki',
    'Krótkie trzonki do długich skrzynek. Kuta stal, jesion i pętelka do zawieszenia.',
  ],
  'par-107': ['Nożyczki do ziół', 'Dość małe na szczypiorek, dość ostre na rozmaryn. Myje się je w zlewie.'],
  'par-108': [
    'Mosiężny zraszacz',
    'Drobna mgiełka dla paproci i storczyków. Mosiądz ciemnieje tam, gdzie leży kciuk.',
  ],
  'par-201': [
    'Trzy bazylie na parapet',
    'Zielona, fioletowa i cytrynowa w jednej tacce. Uszczykuj czubki, a starczy na całe lato.',
  ],
  'par-202': [
    'Karłowe drzewko oliwne',
    'Śródziemnomorskie wzgórze w doniczce. Słońce, mało wody, żadnego pośpiechu.',
  ],
  'par-203': ['Truskawki balkonowe', 'Owocują od czerwca do pierwszych przymrozków, jeśli dzieci pozwolą.'],
  'par-204': ['Pięć papryczek chili', 'Od łagodnej do pożałowania: pięć torebek nasion na lutowy parapet.'],
  'par-205': [
    'Kulki z nasionami łąki',
    'Rzuć w skrzynkę lub goły kąt i czekaj na maki. Dwanaście kulek rodzimych kwiatów.',
  ],
  'par-206': [
    'Cebula amarylisa',
    'Cztery trąbki w najciemniejszym tygodniu roku. Chce doniczki, okna i szklanki wody.',
  ],
  'par-207': [
    'Zwisające epipremnum',
    'Rośnie w twoją stronę i wybacza urlopy. W komplecie z wiszącą doniczką.',
  ],
  'par-208': ['Kaktus kamyk', 'Okrągły, cierpliwy, kwitnie raz w roku. Podlewaj, kiedy sobie przypomnisz.'],
  'par-301': ['Emaliowany garnuszek', 'Podgrzeje mleko, stopi masło, ugotuje dwa jajka. Nalewa z obu stron.'],
  'par-302': ['Deska z lipy', 'Jeden kawałek lipy, łagodny dla noży. Rowek zatrzymuje sok z pomidora.'],
  'par-303': ['Słój do kiszenia', 'Kamienny ciężarek trzyma ogórki pod wodą, a pokrywka wypuszcza bąbelki.'],
  'par-304': [
    'Mały moździerz',
    'Szorstki granit w środku, gładki w dłoni. Pesto dla dwojga, pieprz dla dziesięciorga.',
  ],
  'par-305': ['Patelnia grillowa', 'Żeliwo z wysokimi żebrami: paski na cukinii, zero dymu u sąsiadów.'],
  'par-306': [
    'Miski jedna w drugiej',
    'Trzy miski, które mieszkają w sobie. Ciasto, sałata i ostatnie oliwki.',
  ],
  'par-307': [
    'Wyciskarka do cytryn',
    'Pół cytryny, jeden obrót, żadnych pestek. Przyda się też pod torebkę herbaty.',
  ],
  'par-308': [
    'Menażka tiffin',
    'Trzy piętra na obiad na dachu. Na dole zupa, w środku sałatka, na górze ciasto.',
  ],
  'par-401': [
    'Czajniczek na piątą',
    'Napełnia cztery filiżanki i nie kapie przy ostatniej. Pokrywka nie spada przy nalewaniu.',
  ],
  'par-402': ['Kawiarka', 'Bulgocze, gdy gotowa. Kawa dość mocna na poniedziałek na balkonie.'],
  'par-403': [
    'Szeroki kubek',
    'Szeroki jak miseczka, z uchem na trzy palce. Każdy szkliwiony trochę inaczej.',
  ],
  'par-404': [
    'Espresso balkonowe',
    'Najpierw czekolada, potem skórka pomarańczy. Palone w czwartki, 250 g ziaren.',
  ],
  'par-405': [
    'Herbata z kwiatu lipy',
    'Zbierana w czerwcu pod jednym drzewem, suszona w jego cieniu. Smakuje jak ulica latem.',
  ],
  'par-406': [
    'Młynek ręczny',
    'Czterdzieści obrotów na filiżankę. Stalowe żarna, orzechowa szufladka, cisza przed siódmą.',
  ],
  'par-407': [
    'Dripper ceramiczny',
    'Spiralne żebra, jeden duży otwór, trzy minuty spokoju. Ze szklanym dzbankiem.',
  ],
  'par-408': [
    'Kubek podróżny',
    'Trzyma ciepło przez pięć przystanków i jedno opóźnienie. Otwiera się kciukiem.',
  ],
  'par-501': [
    'Lampa „Księżyc”',
    'Pełnia na podstawce, przygaszana dotykiem. Dla tych, których okno patrzy na ścianę.',
  ],
  'par-502': [
    'Lampka z klipsem',
    'Chwyta półkę, poręcz albo książkę. Ciepłe światło, jedno ładowanie na tydzień.',
  ],
  'par-503': [
    'Dziesięć lampionów',
    'Cienkie jak papier klosze na czterech metrach kabla. Deszcz im nie przeszkadza.',
  ],
  'par-504': ['Lampa sztormowa', 'Pali się na wietrze, który porwał już obrus. Na naftę albo świecę.'],
  'par-505': [
    'Świece z wosku pszczelego',
    'Para, zanurzana dwadzieścia sześć razy. Pachną miodem i nie kapią.',
  ],
  'par-506': ['Domek na tealight', 'Porcelanowy dom z czterema jasnymi oknami. Nikt nie musi go ogrzewać.'],
  'par-507': ['Lampka solarna', 'Zbiera popołudnie i oddaje je o dziewiątej. Wbij w dowolną doniczkę.'],
  'par-508': ['Lampa „Grzyb”', 'Dmuchane szkło, które świeci spod kapelusza. Pytają o nią wszyscy goście.'],
  'par-601': ['Koc w pasy', 'Zeszłoroczna wełna tkana w szerokie pasy. Wystarczy dla dwojga i kota.'],
  'par-602': ['Poduszka z markizy', 'Uszyta z tkaniny na markizy: słońce i deszcz spływają, okruchy też.'],
  'par-603': [
    'Ściereczki waflowe',
    'Dwie ściereczki, które wypiją cały garnek. Miękną, aż zapomnisz, że były nowe.',
  ],
  'par-604': [
    'Lniany fartuch',
    'Głęboka kieszeń na nożyczki i sznurek. Krzyżuje się na plecach, nic nie trzeba wiązać.',
  ],
  'par-605': [
    'Dywanik balkonowy',
    'Tkany z butelek z odzysku, ciepły pod bosą stopą. W maju wystarczy wąż ogrodowy.',
  ],
  'par-606': ['Siatka na targ', 'Rozciąga się od dwóch cytryn do całego targu. Wisi na jednym haczyku.'],
  'par-607': ['Kapcie z filcu', 'Gruby filc i gumowa podeszwa na krok między kuchnią a balkonem.'],
  'par-608': ['Fotel hamakowy', 'Jeden hak w suficie i popołudnie z głowy. Udźwig 120 kg.'],
  'par-701': [
    'Notes kieszonkowy',
    'Dziewięćdziesiąt sześć stron, które leżą płasko. W kropki: na listy i na mapy.',
  ],
  'par-702': [
    'Dziennik ogrodnika',
    'Pięć lat na jednej stronie każdego dnia: co posiane, co wzeszło, kto to zjadł.',
  ],
  'par-703': ['Pocztówki z okna', 'Osiem widoków z cudzych okien. Na odwrocie miejsce na twój.'],
  'par-704': [
    'Atrament granat nocy',
    'W południe niebieski, przy lampie prawie czarny. Pięćdziesiąt mililitrów w ciężkiej butelce.',
  ],
  'par-705': [
    'Pióro wieczne',
    'Cienka stalówka, która wybacza leworęcznym. Przypina się do notesu, nie do koszuli.',
  ],
  'par-706': ['Papier do pakowania', 'Trzy rolki, trzy wzory, zero brokatu. Zadrukowany z obu stron.'],
  'par-707': [
    'Papierowy latawiec',
    'Lata na wietrze, który zamyka okna. Trzydzieści metrów linki, ogon do związania w domu.',
  ],
  'par-708': ['Kalendarz ścienny', 'Dwanaście nieb nad dwunastoma dachami. Duże pola na małe plany.'],
  'par-801': [
    'Karmnik na okno',
    'Dwie przyssawki i sikorki przychodzą na śniadanie. Tackę wyjmuje się do mycia.',
  ],
  'par-802': [
    'Domek dla wróbli',
    'Otwór 32 milimetry, dokładnie taki, o jaki proszą wróble. Czyści się od tyłu.',
  ],
  'par-803': [
    'Hotel dla pszczół',
    'Trzcina, szyszki i nawiercony dąb. Murarki meldują się w marcu i płacą czereśniami.',
  ],
  'par-804': [
    'Bar dla motyli',
    'Płytki talerzyk jak kwiat, na owoce i słodką wodę. Otwiera z pierwszą rusałką.',
  ],
  'par-805': [
    'Poidełko dla ptaków',
    'Szkliwiona misa z kamieniem do stania. Chlapanie należy do przedstawienia.',
  ],
  'par-806': [
    'Łuskany słonecznik',
    'Bez łupin i bałaganu na markizie. Dla zięb, sikor i jednego bardzo mądrego gołębia.',
  ],
  'par-807': [
    'Ptaki miasta: przewodnik',
    'Sześćdziesiąt ptaków, które spotkasz bez wyjeżdżania, narysowanych wielkości dłoni.',
  ],
  'par-808': [
    'Lornetka miejska',
    'Osiem razy bliżej, lekka jak kanapka. Na jerzyki, dachy i zegar na rynku.',
  ],
};
