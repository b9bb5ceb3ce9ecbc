-- AlterTable
ALTER TABLE "opinion" ADD COLUMN     "about_account_id" UUID,
ADD COLUMN     "about_person_id" UUID,
ADD COLUMN     "level" TEXT NOT NULL DEFAULT 'community',
ADD COLUMN     "matter" TEXT,
ADD COLUMN     "proposed_by_id" UUID,
ADD COLUMN     "public_hour" TIMESTAMPTZ(3),
ADD COLUMN     "round_id" UUID,
ADD COLUMN     "triaged_hour" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "captain_notice" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "grid_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "account_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "captain_notice_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "opinion_box" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "serves" TEXT NOT NULL DEFAULT 'building',
    "place" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "opinion_box_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "opinion_box_round" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "emptied_hour" TIMESTAMPTZ(3) NOT NULL,
    "slips" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "witness" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "opinion_box_round_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "captain_notice_street_id_created_at_id_idx" ON "captain_notice"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "captain_notice_street_id_grid_id_until_day_idx" ON "captain_notice"("street_id", "grid_id", "until_day");

-- CreateIndex
CREATE INDEX "opinion_box_street_id_created_at_id_idx" ON "opinion_box"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "opinion_box_street_id_building_id_idx" ON "opinion_box"("street_id", "building_id");

-- CreateIndex
CREATE INDEX "opinion_box_round_street_id_box_id_emptied_hour_idx" ON "opinion_box_round"("street_id", "box_id", "emptied_hour");

-- CreateIndex
CREATE INDEX "opinion_street_id_round_id_idx" ON "opinion"("street_id", "round_id");

-- AddForeignKey
ALTER TABLE "captain_notice" ADD CONSTRAINT "captain_notice_street_id_grid_id_fkey" FOREIGN KEY ("street_id", "grid_id") REFERENCES "grid"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captain_notice" ADD CONSTRAINT "captain_notice_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_about_person_id_fkey" FOREIGN KEY ("street_id", "about_person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_about_account_id_fkey" FOREIGN KEY ("street_id", "about_account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_proposed_by_id_fkey" FOREIGN KEY ("street_id", "proposed_by_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_round_id_fkey" FOREIGN KEY ("street_id", "round_id") REFERENCES "opinion_box_round"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_box" ADD CONSTRAINT "opinion_box_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_box_round" ADD CONSTRAINT "opinion_box_round_street_id_box_id_fkey" FOREIGN KEY ("street_id", "box_id") REFERENCES "opinion_box"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion_box_round" ADD CONSTRAINT "opinion_box_round_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is about the office itself is the street's; what was sorted or shown before these columns keeps its hour.
UPDATE opinion SET level = 'street' WHERE about = 'office';
UPDATE opinion SET triaged_hour = date_trunc('hour', now()) WHERE triage IS NOT NULL OR state = 'spam';
UPDATE opinion SET public_hour = answered_hour WHERE published IS NOT NULL;

-- An hour is all that is known of when, whatever the app does.
ALTER TABLE opinion ADD CONSTRAINT opinion_further_hours CHECK (
  date_trunc('hour', coalesce(triaged_hour, hour)) = coalesce(triaged_hour, hour)
  AND date_trunc('hour', coalesce(public_hour, hour)) = coalesce(public_hour, hour));
ALTER TABLE opinion ADD CONSTRAINT opinion_level CHECK (level IN ('community', 'street'));
-- What is public has words.
ALTER TABLE opinion ADD CONSTRAINT opinion_public CHECK (public_hour IS NULL OR published IS NOT NULL);
-- Only a slip of paper comes out of a box.
ALTER TABLE opinion ADD CONSTRAINT opinion_round_source CHECK (round_id IS NULL OR source = 'box');
ALTER TABLE opinion_box_round ADD CONSTRAINT opinion_box_round_hour CHECK (date_trunc('hour', emptied_hour) = emptied_hour);
ALTER TABLE opinion_box_round ADD CONSTRAINT opinion_box_round_slips CHECK (slips BETWEEN 0 AND 1000);
CREATE TRIGGER opinion_box_round_append_only BEFORE UPDATE OR DELETE ON opinion_box_round FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER opinion_box_round_not_truncated BEFORE TRUNCATE ON opinion_box_round FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE opinion_box ADD CONSTRAINT opinion_box_serves CHECK (serves IN ('building', 'compound'));
-- Two people are there when a box is opened.
ALTER TABLE opinion_box_round ADD CONSTRAINT opinion_box_round_two CHECK (witness <> '' AND witness <> actor);
ALTER TABLE captain_notice ADD CONSTRAINT captain_notice_days CHECK (from_day <= until_day);
