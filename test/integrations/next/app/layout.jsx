import { Regulars } from './regulars.jsx';

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <Regulars />
        {children}
      </body>
    </html>
  );
}
