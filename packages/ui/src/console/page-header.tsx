import { type ReactNode, useEffect } from 'react';

interface PageHeaderProps {
  /** Also the browser's title. */
  readonly title: string;
  /** Links to what is above this page; the page itself is added as the last word when `here` is given. */
  readonly crumb?: ReactNode;
  readonly here?: string;
  readonly subtitle?: ReactNode;
  /** State and other tags under the title. */
  readonly tags?: ReactNode;
  /** Acts at the right, at most one of them filled. */
  readonly acts?: ReactNode;
}

/** Where I am, in what state it is, and the one thing to do. */
export function PageHeader({ title, crumb, here, subtitle, tags, acts }: PageHeaderProps) {
  useEffect(() => {
    document.title = `${here ?? title} · Kỷ Cương`;
  }, [title, here]);
  return (
    <header className="kc-page-header">
      <div className="kc-page-header-text">
        {crumb && (
          <p className="kc-crumb">
            {crumb}
            {here && <span aria-current="page"> / {here}</span>}
          </p>
        )}
        <h1>{title}</h1>
        {subtitle && <p className="kc-page-header-subtitle">{subtitle}</p>}
        {tags && <div className="kc-page-header-tags">{tags}</div>}
      </div>
      {acts && <div className="kc-page-header-acts">{acts}</div>}
    </header>
  );
}
