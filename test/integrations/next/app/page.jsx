import Link from 'next/link';

export default function Home() {
  return (
    <main>
      <h1>Home</h1>
      <Link id="go" href="/product/p1">
        To the product
      </Link>
      <regulars-slot name="home-for-you" style={{ display: 'block', minBlockSize: '24rem' }}>
        <p>Best sellers</p>
      </regulars-slot>
    </main>
  );
}
