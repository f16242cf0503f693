-- Lists of trainings on their way in, what is brought home from the service before it ends, the training account of a
-- worker, sessions of a training provider, and approval before sending.

-- Import of trainings, intake sheets.

-- Rescue of what stands at the service.

-- Training account, completeness, certificates that end.

-- Sessions of a training provider, and what providers filed.

-- Approval, schedule and receipts of the outbox.
