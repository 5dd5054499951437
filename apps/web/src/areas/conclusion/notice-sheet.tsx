import {
  type Notice,
  type NoticePart,
  nationalMotto,
  nationalName,
} from '@kycuong/domain/conclusion/notice.ts';
import { useMessages } from '@kycuong/ui/i18n.ts';
import './notice-sheet.css';

/** The notice as it is, in the language in which it is an official document, whatever the reader's own. */
export function NoticeSheet({ notice }: { readonly notice: Notice }) {
  const { t } = useMessages();
  const { superior, agency, number, dated, title, subject, parts, recipients, office, signer, note } = notice;
  return (
    <article className="notice-sheet" lang="vi" aria-label={t('conclusion:preview')}>
      <header className="notice-head">
        <div>
          {superior && <p>{superior}</p>}
          <p className="notice-ruled">
            <b>{agency.join('\n')}</b>
          </p>
          <p>Số: {number}</p>
        </div>
        <div>
          <p className="notice-nation">{nationalName}</p>
          <p className="notice-motto">
            <b>{nationalMotto}</b>
          </p>
          <p className="notice-dated">{dated}</p>
        </div>
      </header>
      <h3 className="notice-title">{title}</h3>
      <p className="notice-title notice-ruled">
        <b>{subject}</b>
      </p>
      <Body parts={parts} />
      <footer className="notice-foot">
        <div>
          <p className="notice-recipients">Nơi nhận:</p>
          <ul>
            {recipients.map((name, index) => (
              <li key={name}>
                - {name}
                {index === recipients.length - 1 ? '.' : ';'}
              </li>
            ))}
          </ul>
        </div>
        <div className="notice-signed">
          {office.map((words) => (
            <b key={words}>{words}</b>
          ))}
          <b className="notice-signer">{signer}</b>
        </div>
      </footer>
      {note && <p className="notice-note">{note}</p>}
    </article>
  );
}

/** The parts have no names of their own: their order is the document's. */
function Body({ parts }: { readonly parts: readonly NoticePart[] }) {
  return parts.map((part, index) => {
    const key = `${index} ${part.kind}`;
    if (part.kind === 'heading')
      return part.level === 1 ? <h4 key={key}>{part.text}</h4> : <h5 key={key}>{part.text}</h5>;
    if (part.kind === 'text') return <p key={key}>{part.text}</p>;
    return (
      <table key={key}>
        <thead>
          <tr>
            {part.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((text, cell) => (
                <td key={part.columns[cell]}>{text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    );
  });
}
