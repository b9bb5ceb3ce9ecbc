-- A silence is no outcome: it is told by the step that closed the request.
UPDATE "request" SET "outcome" = NULL WHERE "outcome" = 'no_feedback';

-- AlterEnum
CREATE TYPE "request_outcome_new" AS ENUM ('solved', 'not_solvable', 'not_ours', 'handed_over');
ALTER TABLE "request" ALTER COLUMN "outcome" TYPE "request_outcome_new" USING ("outcome"::text::"request_outcome_new");
ALTER TYPE "request_outcome" RENAME TO "request_outcome_old";
ALTER TYPE "request_outcome_new" RENAME TO "request_outcome";
DROP TYPE "request_outcome_old";
