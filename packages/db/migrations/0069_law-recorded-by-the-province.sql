ALTER TABLE "legal_basis" ADD COLUMN "by_province" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
alter table legal_basis no force row level security;
--> statement-breakpoint
alter table trail_entry no force row level security;
--> statement-breakpoint
-- What a province has recorded so far is its own: the trail says which.
update legal_basis b set by_province = true
where exists (
  select from trail_entry t
  where t.action = 'checklist.record-legal-basis' and t.subject_kind = 'legal-basis' and t.subject_id = b.id
);
--> statement-breakpoint
-- The words were never the province's: these named the decree that amends for the one that holds the provision.
update legal_basis set
  title = 'Nghị định 124/2020/NĐ-CP quy định chi tiết Luật Khiếu nại, sửa đổi bởi Nghị định 155/2026/NĐ-CP',
  title_en = 'Decree 124/2020/NĐ-CP detailing the Law on Complaints, amended by Decree 155/2026/NĐ-CP',
  number = '124/2020/NĐ-CP',
  article = 'Điều 16 khoản 1'
where id = 'nd-155-2026-10' and by_province;
--> statement-breakpoint
alter table trail_entry force row level security;
--> statement-breakpoint
alter table legal_basis force row level security;
