-- CreateEnum
CREATE TYPE "member_state" AS ENUM ('claimed', 'confirmed', 'refused', 'ended');

-- AlterTable
ALTER TABLE "consent" ADD COLUMN     "account_id" UUID;

-- AlterTable
ALTER TABLE "request_track" ADD COLUMN     "account_id" UUID;

-- CreateTable
CREATE TABLE "resident" (
    "street_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "phone" TEXT,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_why" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "resident_pkey" PRIMARY KEY ("street_id","account_id")
);

-- CreateTable
CREATE TABLE "phone_code" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "phone" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "phone_code_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "household_member" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "state" "member_state" NOT NULL DEFAULT 'claimed',
    "way" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "household_member_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "household_invitation" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "used_by" UUID,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "household_invitation_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "phone_code_street_id_phone_created_at_idx" ON "phone_code"("street_id", "phone", "created_at");

-- CreateIndex
CREATE INDEX "phone_code_created_at_idx" ON "phone_code"("created_at");

-- CreateIndex
CREATE INDEX "household_member_street_id_household_id_state_idx" ON "household_member"("street_id", "household_id", "state");

-- CreateIndex
CREATE INDEX "household_member_street_id_account_id_idx" ON "household_member"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "household_member_street_id_state_claimed_at_id_idx" ON "household_member"("street_id", "state", "claimed_at", "id");

-- CreateIndex
CREATE INDEX "household_invitation_street_id_household_id_idx" ON "household_invitation"("street_id", "household_id");

-- CreateIndex
CREATE UNIQUE INDEX "household_invitation_street_id_code_hash_key" ON "household_invitation"("street_id", "code_hash");

-- CreateIndex
CREATE INDEX "consent_street_id_account_id_idx" ON "consent"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "request_street_id_reporter_account_id_idx" ON "request"("street_id", "reporter_account_id");

-- CreateIndex
CREATE INDEX "request_track_street_id_account_id_idx" ON "request_track"("street_id", "account_id");

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_track" ADD CONSTRAINT "request_track_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resident" ADD CONSTRAINT "resident_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_member" ADD CONSTRAINT "household_member_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "resident"("street_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_invitation" ADD CONSTRAINT "household_invitation_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A consent is a person's, a provider's or an account's; an account's are on no sheet, so that no sheet is drawn anew for them.
ALTER TABLE consent DROP CONSTRAINT consent_of_one;
ALTER TABLE consent ADD CONSTRAINT consent_of_one CHECK (num_nonnulls(person_id, provider_id, account_id) = 1);
CREATE UNIQUE INDEX consent_account_in_force ON consent (street_id, account_id, purpose) WHERE withdrawn_at IS NULL;
DROP TRIGGER consent_sheets ON consent;
CREATE TRIGGER consent_sheets AFTER INSERT OR UPDATE ON consent FOR EACH ROW WHEN (NEW.account_id IS NULL) EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER consent_sheets_less AFTER DELETE ON consent FOR EACH ROW WHEN (OLD.account_id IS NULL) EXECUTE FUNCTION announce_sheets();

-- A number opens one account at a time; what has ended says why.
CREATE UNIQUE INDEX resident_of_number ON resident (street_id, phone) WHERE ended_at IS NULL;
ALTER TABLE resident ADD CONSTRAINT resident_ended CHECK ((ended_at IS NULL) = (ended_why IS NULL));

-- A resident stands once in a household, claimed or confirmed; a refusal says why.
CREATE UNIQUE INDEX household_member_once ON household_member (street_id, household_id, account_id) WHERE state IN ('claimed', 'confirmed');
ALTER TABLE household_member ADD CONSTRAINT household_member_decided CHECK (state = 'claimed' OR decided_at IS NOT NULL OR ended_at IS NOT NULL);
ALTER TABLE household_member ADD CONSTRAINT household_member_refused CHECK (state <> 'refused' OR reason IS NOT NULL);
ALTER TABLE household_member ADD CONSTRAINT household_member_ended CHECK ((state = 'ended') = (ended_at IS NOT NULL));

-- A household has one printed invitation that is good.
CREATE UNIQUE INDEX household_invitation_good ON household_invitation (street_id, household_id) WHERE used_at IS NULL AND revoked_at IS NULL;
