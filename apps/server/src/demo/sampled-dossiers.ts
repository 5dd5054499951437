import type { PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';

type Facts = Omit<SampleDossier, 'sampleId' | 'visitId'>;

/** Three dossiers of the story as drawn on a visit: on time, late without apology, and stopped in between. */
export function sampledDossiers(day: (workingDays: number) => PlainDate, visit: number): Facts[] {
  return [
    {
      code: 'H42.14-26-0871',
      procedure: 'Đăng ký khai sinh',
      receivedOn: day(visit - 9),
      completeOn: day(visit - 9),
      processingWorkingDays: 1,
      dueOn: day(visit - 8),
      returnedOn: day(visit - 8),
      stopped: [],
      apologyIssued: false,
      extraPapersAsked: false,
    },
    {
      code: 'H42.14-26-0902',
      procedure: 'Đăng ký biến động quyền sử dụng đất',
      receivedOn: day(visit - 22),
      completeOn: day(visit - 21),
      processingWorkingDays: 10,
      dueOn: day(visit - 11),
      returnedOn: day(visit - 6),
      stopped: [],
      apologyIssued: false,
      extraPapersAsked: true,
      note: 'Người dân phải đến bổ sung giấy tờ hai lần.',
    },
    {
      code: 'H42.14-26-0915',
      procedure: 'Tách thửa, hợp thửa đất',
      receivedOn: day(visit - 25),
      completeOn: day(visit - 24),
      processingWorkingDays: 15,
      dueOn: day(visit - 9),
      returnedOn: day(visit - 5),
      stopped: [{ from: day(visit - 18), until: day(visit - 12), form: '02' }],
      apologyIssued: false,
      extraPapersAsked: false,
    },
  ];
}
