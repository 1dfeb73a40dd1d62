import Link from 'next/link';

export default async function Product({ params }) {
  const { id } = await params;
  return (
    <main>
      <h1>Product {id}</h1>
      <Link id="go" href="/">
        Home
      </Link>
    </main>
  );
}
