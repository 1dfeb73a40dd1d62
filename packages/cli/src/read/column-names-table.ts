/** What a column may hold. */
export type Role =
  | 'visitor'
  | 'customer'
  | 'session'
  | 'product'
  | 'time'
  | 'position'
  | 'order'
  | 'quantity'
  | 'price'
  | 'old-price'
  | 'sale-price'
  | 'currency'
  | 'status'
  | 'event'
  | 'title'
  | 'url'
  | 'image'
  | 'image-width'
  | 'image-height'
  | 'category'
  | 'brand'
  | 'stock'
  | 'flags'
  | 'rating'
  | 'rating-count';

/** Names seen in shop exports (English, German, Polish, Bulgarian, Russian), best first, without case, blanks and marks. A long table. */
export const columnNames: Readonly<Record<Role, readonly string[]>> = {
  visitor: [
    'visitorid',
    'visitor',
    'anonymousid',
    'clientid',
    'userpseudoid',
    'deviceid',
    'cookieid',
    'userid',
    'user',
  ],
  customer: [
    'customerid',
    'customer',
    'customernumber',
    'customeremail',
    'buyeremail',
    'billingemail',
    'emailaddress',
    'email',
    'buyer',
    'clientnumber',
    'kundennummer',
    'kunde',
    'clientid',
    'клиент',
    'klient',
  ],
  session: ['sessionid', 'session', 'visitid', 'gasessionid', 'sid'],
  product: [
    'productid',
    'itemid',
    'product',
    'item',
    'sku',
    'stockcode',
    'articleid',
    'article',
    'id',
    'asin',
    'variantid',
    'artikelnummer',
    'artikel',
    'produkt',
    'артикул',
    'товар',
    'продукт',
  ],
  time: [
    'timestamp',
    'time',
    'ts',
    'datetime',
    'eventtime',
    'createdat',
    'date',
    'orderdate',
    'invoicedate',
    'placedat',
    'datum',
    'bestelldatum',
    'zeit',
    'дата',
    'data',
    'zeitpunkt',
  ],
  position: ['position', 'order', 'step', 'clicknumber', 'seq', 'hitnumber'],
  order: [
    'orderid',
    'order',
    'invoice',
    'invoiceno',
    'invoicenumber',
    'ordernumber',
    'transactionid',
    'basketid',
    'bestellnummer',
    'bestellung',
    'auftragsnummer',
    'поръчка',
    'заказ',
    'zamowienie',
    'zamówienie',
  ],
  quantity: [
    'quantity',
    'qty',
    'amount',
    'units',
    'count',
    'menge',
    'anzahl',
    'количество',
    'ilosc',
    'ilość',
  ],
  price: [
    'price',
    'unitprice',
    'priceusd',
    'pricegbp',
    'priceeur',
    'medianpricegbp',
    'itemprice',
    'regularprice',
    'preis',
    'einzelpreis',
    'stückpreis',
    'цена',
    'cena',
  ],
  'old-price': ['oldprice', 'compareatprice', 'listprice', 'msrp'],
  'sale-price': ['saleprice', 'specialprice', 'discountedprice'],
  currency: ['currency', 'currencycode'],
  status: ['status', 'orderstatus', 'state', 'financialstatus'],
  event: ['event', 'eventname', 'eventtype', 'action', 'type'],
  title: [
    'title',
    'name',
    'productname',
    'itemname',
    'description',
    'titel',
    'bezeichnung',
    'produktname',
    'име',
    'название',
    'nazwa',
  ],
  url: ['url', 'link', 'producturl', 'href', 'slug'],
  image: ['image', 'imageurl', 'imagelink', 'imagesrc', 'picture', 'bild', 'assets'],
  'image-width': ['imagewidth', 'width'],
  'image-height': ['imageheight', 'height'],
  category: [
    'categoryid',
    'category',
    'producttype',
    'maincategory',
    'categorypath',
    'department',
    'kategorie',
    'warengruppe',
    'категория',
    'kategoria',
  ],
  brand: ['brand', 'vendor', 'manufacturer', 'marke', 'марка', 'marka'],
  stock: [
    'instock',
    'stock',
    'availability',
    'stockonhand',
    'inventory',
    'quantityavailable',
    'bestand',
    'verfügbarkeit',
    'наличност',
  ],
  flags: ['flags', 'badges', 'labels', 'tags'],
  rating: ['rating', 'averagerating', 'ratingvalue', 'stars'],
  'rating-count': ['ratingcount', 'reviewcount', 'reviews', 'numberofratings'],
};
