-- CreateEnum
CREATE TYPE "log_kind" AS ENUM ('hygiene', 'safety', 'mediation', 'opinion', 'visit', 'meeting', 'other');

-- CreateEnum
CREATE TYPE "log_mark" AS ENUM ('good', 'fair', 'bad');

-- CreateEnum
CREATE TYPE "log_state" AS ENUM ('counted', 'aside', 'discarded');

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "phone_seal" BYTEA;

-- CreateTable
CREATE TABLE "checkpoint" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "log_kind" NOT NULL,
    "building_id" UUID,
    "category_id" UUID,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "checkpoint_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "checkpoint_left_out" (
    "street_id" UUID NOT NULL,
    "checkpoint_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,

    CONSTRAINT "checkpoint_left_out_pkey" PRIMARY KEY ("street_id","checkpoint_id","building_id")
);

-- CreateTable
CREATE TABLE "log_entry" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "stairwell_id" UUID,
    "household_id" UUID,
    "kind" "log_kind" NOT NULL,
    "mark" "log_mark",
    "words" TEXT,
    "state" "log_state" NOT NULL DEFAULT 'counted',
    "request_id" UUID,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "phone_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "log_entry_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "log_point" (
    "street_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "checkpoint_id" UUID NOT NULL,
    "mark" "log_mark" NOT NULL,

    CONSTRAINT "log_point_pkey" PRIMARY KEY ("street_id","entry_id","checkpoint_id")
);

-- CreateTable
CREATE TABLE "log_photo" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "entry_id" UUID,
    "owner_hash" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "log_photo_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "visit_rhythm" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "every_days" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visit_rhythm_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "checkpoint_street_id_building_id_idx" ON "checkpoint"("street_id", "building_id");

-- CreateIndex
CREATE INDEX "log_entry_street_id_happened_at_id_idx" ON "log_entry"("street_id", "happened_at", "id");

-- CreateIndex
CREATE INDEX "log_entry_street_id_building_id_happened_at_idx" ON "log_entry"("street_id", "building_id", "happened_at");

-- CreateIndex
CREATE INDEX "log_entry_street_id_person_id_happened_at_idx" ON "log_entry"("street_id", "person_id", "happened_at");

-- CreateIndex
CREATE INDEX "log_photo_street_id_entry_id_idx" ON "log_photo"("street_id", "entry_id");

-- CreateIndex
CREATE INDEX "log_photo_created_at_idx" ON "log_photo"("created_at");

-- CreateIndex
CREATE INDEX "visit_rhythm_street_id_household_id_idx" ON "visit_rhythm"("street_id", "household_id");

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint" ADD CONSTRAINT "checkpoint_street_id_category_id_fkey" FOREIGN KEY ("street_id", "category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint_left_out" ADD CONSTRAINT "checkpoint_left_out_street_id_checkpoint_id_fkey" FOREIGN KEY ("street_id", "checkpoint_id") REFERENCES "checkpoint"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checkpoint_left_out" ADD CONSTRAINT "checkpoint_left_out_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_street_id_stairwell_id_fkey" FOREIGN KEY ("street_id", "stairwell_id") REFERENCES "stairwell"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_entry" ADD CONSTRAINT "log_entry_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_point" ADD CONSTRAINT "log_point_street_id_entry_id_fkey" FOREIGN KEY ("street_id", "entry_id") REFERENCES "log_entry"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_point" ADD CONSTRAINT "log_point_street_id_checkpoint_id_fkey" FOREIGN KEY ("street_id", "checkpoint_id") REFERENCES "checkpoint"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "log_photo" ADD CONSTRAINT "log_photo_street_id_entry_id_fkey" FOREIGN KEY ("street_id", "entry_id") REFERENCES "log_entry"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_rhythm" ADD CONSTRAINT "visit_rhythm_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a captain has written stands: later it is only counted, kept aside or linked with a request.
CREATE FUNCTION guard_log_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a log entry is not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.person_id, NEW.building_id, NEW.kind, NEW.mark, NEW.happened_at, NEW.phone_at, NEW.received_at)
     IS DISTINCT FROM (OLD.person_id, OLD.building_id, OLD.kind, OLD.mark, OLD.happened_at, OLD.phone_at, OLD.received_at) THEN
    RAISE EXCEPTION 'a log entry is not rewritten' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.request_id IS DISTINCT FROM OLD.request_id AND OLD.request_id IS NOT NULL THEN
    RAISE EXCEPTION 'a log entry keeps its request' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_entry_guarded BEFORE UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION guard_log_entry();

ALTER TABLE log_entry ADD CONSTRAINT log_entry_times CHECK (happened_at <= received_at);
ALTER TABLE visit_rhythm ADD CONSTRAINT visit_rhythm_days CHECK (every_days BETWEEN 1 AND 366 AND coalesce(ends_on, starts_on) >= starts_on);
ALTER TABLE checkpoint ADD CONSTRAINT checkpoint_round CHECK (kind IN ('hygiene', 'safety'));
CREATE UNIQUE INDEX visit_rhythm_open ON visit_rhythm (street_id, household_id) WHERE ends_on IS NULL;
CREATE INDEX log_entry_aside ON log_entry (street_id, building_id, id) WHERE state = 'aside';
