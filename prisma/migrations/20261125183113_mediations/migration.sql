-- CreateEnum
CREATE TYPE "mediation_state" AS ENUM ('open', 'agreed', 'handed_over', 'ended');

-- CreateEnum
CREATE TYPE "mediation_outcome" AS ENUM ('kept', 'not_agreed', 'withdrawn', 'court');

-- CreateEnum
CREATE TYPE "mediation_post" AS ENUM ('mediator', 'committee', 'helper');

-- CreateTable
CREATE TABLE "mediation" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "building_id" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "state" "mediation_state" NOT NULL DEFAULT 'open',
    "outcome" "mediation_outcome",
    "closing" TEXT,
    "follow_up_on" DATE,
    "opened_on" DATE NOT NULL,
    "ended_on" DATE,
    "erased_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mediation_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "mediation_seat" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "post" "mediation_post" NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "mediation_seat_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "mediation_party" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "door" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "mediation_party_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "mediation_meeting" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "is_follow_up" BOOLEAN NOT NULL DEFAULT false,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT,
    "present" TEXT,
    "words" TEXT NOT NULL,
    "written_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mediation_meeting_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "mediation_agreement" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "mediation_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "drawn_up_on" DATE NOT NULL,
    "mediator" TEXT NOT NULL,

    CONSTRAINT "mediation_agreement_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "mediation_signature" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "agreement_id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "strokes" JSONB,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mediation_signature_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "committee_member" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "committee_member_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "mediation_street_id_opened_on_id_idx" ON "mediation"("street_id", "opened_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_street_id_number_key" ON "mediation"("street_id", "number");

-- CreateIndex
CREATE INDEX "mediation_seat_street_id_mediation_id_idx" ON "mediation_seat"("street_id", "mediation_id");

-- CreateIndex
CREATE INDEX "mediation_seat_street_id_account_id_idx" ON "mediation_seat"("street_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_party_street_id_mediation_id_position_key" ON "mediation_party"("street_id", "mediation_id", "position");

-- CreateIndex
CREATE INDEX "mediation_meeting_street_id_mediation_id_held_at_idx" ON "mediation_meeting"("street_id", "mediation_id", "held_at");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_agreement_street_id_mediation_id_edition_key" ON "mediation_agreement"("street_id", "mediation_id", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "mediation_signature_street_id_agreement_id_party_id_key" ON "mediation_signature"("street_id", "agreement_id", "party_id");

-- CreateIndex
CREATE INDEX "committee_member_street_id_community_id_idx" ON "committee_member"("street_id", "community_id");

-- CreateIndex
CREATE INDEX "committee_member_street_id_account_id_idx" ON "committee_member"("street_id", "account_id");

-- AddForeignKey
ALTER TABLE "mediation" ADD CONSTRAINT "mediation_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_seat" ADD CONSTRAINT "mediation_seat_street_id_mediation_id_fkey" FOREIGN KEY ("street_id", "mediation_id") REFERENCES "mediation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_seat" ADD CONSTRAINT "mediation_seat_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_party" ADD CONSTRAINT "mediation_party_street_id_mediation_id_fkey" FOREIGN KEY ("street_id", "mediation_id") REFERENCES "mediation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_meeting" ADD CONSTRAINT "mediation_meeting_street_id_mediation_id_fkey" FOREIGN KEY ("street_id", "mediation_id") REFERENCES "mediation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_agreement" ADD CONSTRAINT "mediation_agreement_street_id_mediation_id_fkey" FOREIGN KEY ("street_id", "mediation_id") REFERENCES "mediation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_signature" ADD CONSTRAINT "mediation_signature_street_id_agreement_id_fkey" FOREIGN KEY ("street_id", "agreement_id") REFERENCES "mediation_agreement"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mediation_signature" ADD CONSTRAINT "mediation_signature_street_id_party_id_fkey" FOREIGN KEY ("street_id", "party_id") REFERENCES "mediation_party"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "committee_member" ADD CONSTRAINT "committee_member_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Somebody holds a case once at a time, and a committee once at a time.
CREATE UNIQUE INDEX mediation_seat_held_once ON mediation_seat (street_id, mediation_id, account_id) WHERE ends_at IS NULL;
CREATE UNIQUE INDEX committee_member_once ON committee_member (street_id, community_id, account_id) WHERE ends_on IS NULL;
ALTER TABLE mediation ADD CONSTRAINT mediation_ended CHECK (
  (state = 'ended') = (ended_on IS NOT NULL) AND (state = 'ended') = (outcome IS NOT NULL) AND (erased_at IS NULL OR state = 'ended'));
ALTER TABLE mediation_seat ADD CONSTRAINT mediation_seat_order CHECK (ends_at >= starts_at);
ALTER TABLE committee_member ADD CONSTRAINT committee_member_order CHECK (ends_on >= starts_on);

CREATE FUNCTION guard_mediation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('open', 'agreed'), ('open', 'handed_over'), ('open', 'ended'),
    ('handed_over', 'agreed'), ('handed_over', 'ended'),
    ('agreed', 'open'), ('agreed', 'handed_over'), ('agreed', 'ended')) THEN
    RAISE EXCEPTION 'a mediation does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mediation_guarded BEFORE UPDATE ON mediation FOR EACH ROW EXECUTE FUNCTION guard_mediation();

-- What was agreed and signed stays as it was signed; it goes only when the whole case is erased.
CREATE FUNCTION guard_mediation_paper() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  case_id uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF TG_TABLE_NAME = 'mediation_signature' THEN
      SELECT a.mediation_id INTO case_id FROM mediation_agreement a WHERE a.street_id = OLD.street_id AND a.id = OLD.agreement_id;
    ELSE
      case_id := OLD.mediation_id;
    END IF;
    IF EXISTS (SELECT FROM mediation m WHERE m.street_id = OLD.street_id AND m.id = case_id AND m.erased_at IS NOT NULL) THEN
      RETURN OLD;
    END IF;
  END IF;
  RAISE EXCEPTION 'what was signed is not changed' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER mediation_agreement_kept BEFORE UPDATE OR DELETE ON mediation_agreement FOR EACH ROW EXECUTE FUNCTION guard_mediation_paper();
CREATE TRIGGER mediation_signature_kept BEFORE UPDATE OR DELETE ON mediation_signature FOR EACH ROW EXECUTE FUNCTION guard_mediation_paper();
