import { Modal } from '@mantine/core';
import { Button } from '../plain/button.tsx';
import { useQuestion } from './ask.ts';

/** What `ask` asks. Closing it loses nothing, and so does Enter. */
export function AskDialog() {
  const question = useQuestion();
  const stay = () => question?.answer(false);
  return (
    <Modal
      opened={question !== undefined}
      onClose={stay}
      title={question?.title}
      withCloseButton={false}
      // With its answer the question is gone: nothing is left that could fade.
      transitionProps={{ duration: 120, exitDuration: 0 }}
    >
      <p>{question?.text}</p>
      <div className="kc-ask-acts">
        <Button data-autofocus kind="main" onClick={stay}>
          {question?.no}
        </Button>
        <Button kind="danger" onClick={() => question?.answer(true)}>
          {question?.yes}
        </Button>
      </div>
    </Modal>
  );
}
