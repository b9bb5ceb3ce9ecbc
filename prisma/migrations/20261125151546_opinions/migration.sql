-- CreateEnum
CREATE TYPE "opinion_state" AS ENUM ('fresh', 'taken', 'answered', 'spam');

-- CreateTable
CREATE TABLE "opinion" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" "opinion_state" NOT NULL DEFAULT 'fresh',
    "triage" TEXT,
    "request_id" UUID,
    "answer" TEXT,
    "published" TEXT,
    "answered_hour" TIMESTAMPTZ(3),
    "receipt_hash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "opinion_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "opinion_street_id_hour_id_idx" ON "opinion"("street_id", "hour", "id");

-- CreateIndex
CREATE INDEX "opinion_street_id_building_id_hour_idx" ON "opinion"("street_id", "building_id", "hour");

-- CreateIndex
CREATE UNIQUE INDEX "opinion_street_id_receipt_hash_key" ON "opinion"("street_id", "receipt_hash");

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "opinion" ADD CONSTRAINT "opinion_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An hour is all that is known of when, whatever the app does.
ALTER TABLE opinion ADD CONSTRAINT opinion_hour CHECK (date_trunc('hour', hour) = hour AND date_trunc('hour', coalesce(answered_hour, hour)) = coalesce(answered_hour, hour));
