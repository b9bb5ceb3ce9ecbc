-- CreateEnum
CREATE TYPE "demand_state" AS ENUM ('open', 'planned', 'on_menu', 'met', 'declined');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('answer', 'visit', 'consultation', 'opinion', 'request', 'other');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('provider', 'crew', 'facility', 'volunteers', 'partner');

-- CreateEnum
CREATE TYPE "match_coverage" AS ENUM ('full', 'partly');

-- CreateEnum
CREATE TYPE "promise_state" AS ENUM ('open', 'kept', 'broken');

-- CreateTable
CREATE TABLE "demand" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "words" TEXT,
    "is_urgent" BOOLEAN NOT NULL DEFAULT false,
    "state" "demand_state" NOT NULL DEFAULT 'open',
    "declined_reason" TEXT,
    "owner_id" UUID,
    "merged_into_id" UUID,
    "households" INTEGER NOT NULL DEFAULT 0,
    "compounds" INTEGER NOT NULL DEFAULT 0,
    "since_on" DATE,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "demand_evidence" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "origin_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "source_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "household_id" UUID,
    "happened_on" DATE NOT NULL,
    "words" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "demand_evidence_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "resource" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "provider_id" UUID,
    "operator_id" UUID,
    "zone_id" UUID,
    "compound_id" UUID,
    "categories" TEXT[],
    "skills" TEXT[],
    "capacity_per_week" INTEGER,
    "hours_text" TEXT,
    "cost_fen" INTEGER,
    "cost_unit" TEXT,
    "contract_number" TEXT,
    "contract_starts_on" DATE,
    "contract_ends_on" DATE,
    "note" TEXT,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "kitchen_match" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "zone_id" UUID,
    "compound_id" UUID,
    "coverage" "match_coverage" NOT NULL,
    "reason" TEXT NOT NULL,
    "matched_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "kitchen_match_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "visit" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "household_id" UUID,
    "account_id" UUID NOT NULL,
    "visitor" TEXT NOT NULL,
    "topics" TEXT[],
    "words" TEXT,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "phone_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "visit_promise" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "visit_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "state" "promise_state" NOT NULL DEFAULT 'open',
    "note" TEXT,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "visit_promise_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "consultation" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "compound_id" UUID,
    "topic" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "people" TEXT,
    "people_count" INTEGER NOT NULL,
    "minutes" TEXT,
    "decision" TEXT,
    "follow_up" TEXT,
    "follow_up_due_on" DATE,
    "followed_up_on" DATE,
    "public_words" TEXT,
    "public_parts" TEXT[],
    "published_at" TIMESTAMPTZ(3),
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "demand_street_id_priority_id_idx" ON "demand"("street_id", "priority", "id");

-- CreateIndex
CREATE INDEX "demand_street_id_merged_into_id_idx" ON "demand"("street_id", "merged_into_id");

-- CreateIndex
CREATE INDEX "demand_evidence_street_id_demand_id_happened_on_id_idx" ON "demand_evidence"("street_id", "demand_id", "happened_on", "id");

-- CreateIndex
CREATE INDEX "demand_evidence_street_id_compound_id_idx" ON "demand_evidence"("street_id", "compound_id");

-- CreateIndex
CREATE INDEX "demand_evidence_street_id_source_id_idx" ON "demand_evidence"("street_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "demand_evidence_street_id_origin_id_kind_source_id_key" ON "demand_evidence"("street_id", "origin_id", "kind", "source_id");

-- CreateIndex
CREATE INDEX "resource_street_id_sort_key_id_idx" ON "resource"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "resource_street_id_contract_ends_on_idx" ON "resource"("street_id", "contract_ends_on");

-- CreateIndex
CREATE INDEX "kitchen_match_street_id_demand_id_idx" ON "kitchen_match"("street_id", "demand_id");

-- CreateIndex
CREATE INDEX "kitchen_match_street_id_resource_id_idx" ON "kitchen_match"("street_id", "resource_id");

-- CreateIndex
CREATE INDEX "kitchen_match_street_id_created_at_id_idx" ON "kitchen_match"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "visit_street_id_happened_at_id_idx" ON "visit"("street_id", "happened_at", "id");

-- CreateIndex
CREATE INDEX "visit_street_id_building_id_happened_at_idx" ON "visit"("street_id", "building_id", "happened_at");

-- CreateIndex
CREATE INDEX "visit_promise_street_id_visit_id_idx" ON "visit_promise"("street_id", "visit_id");

-- CreateIndex
CREATE INDEX "visit_promise_street_id_state_due_on_id_idx" ON "visit_promise"("street_id", "state", "due_on", "id");

-- CreateIndex
CREATE INDEX "consultation_street_id_held_at_id_idx" ON "consultation"("street_id", "held_at", "id");

-- CreateIndex
CREATE INDEX "consultation_street_id_community_id_held_at_idx" ON "consultation"("street_id", "community_id", "held_at");

-- CreateIndex
CREATE INDEX "consultation_street_id_published_at_idx" ON "consultation"("street_id", "published_at");

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_street_id_merged_into_id_fkey" FOREIGN KEY ("street_id", "merged_into_id") REFERENCES "demand"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_evidence" ADD CONSTRAINT "demand_evidence_street_id_demand_id_fkey" FOREIGN KEY ("street_id", "demand_id") REFERENCES "demand"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_evidence" ADD CONSTRAINT "demand_evidence_street_id_origin_id_fkey" FOREIGN KEY ("street_id", "origin_id") REFERENCES "demand"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_evidence" ADD CONSTRAINT "demand_evidence_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_evidence" ADD CONSTRAINT "demand_evidence_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand_evidence" ADD CONSTRAINT "demand_evidence_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_street_id_provider_id_fkey" FOREIGN KEY ("street_id", "provider_id") REFERENCES "provider"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_street_id_operator_id_fkey" FOREIGN KEY ("street_id", "operator_id") REFERENCES "operator"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource" ADD CONSTRAINT "resource_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kitchen_match" ADD CONSTRAINT "kitchen_match_street_id_demand_id_fkey" FOREIGN KEY ("street_id", "demand_id") REFERENCES "demand"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kitchen_match" ADD CONSTRAINT "kitchen_match_street_id_resource_id_fkey" FOREIGN KEY ("street_id", "resource_id") REFERENCES "resource"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kitchen_match" ADD CONSTRAINT "kitchen_match_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "kitchen_match" ADD CONSTRAINT "kitchen_match_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_promise" ADD CONSTRAINT "visit_promise_street_id_visit_id_fkey" FOREIGN KEY ("street_id", "visit_id") REFERENCES "visit"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A declined demand says why; a merged one points elsewhere; a promise that is settled says when.
ALTER TABLE demand ADD CONSTRAINT demand_declined CHECK (state <> 'declined' OR declined_reason IS NOT NULL);
ALTER TABLE demand ADD CONSTRAINT demand_merged CHECK (merged_into_id IS DISTINCT FROM id);
ALTER TABLE visit_promise ADD CONSTRAINT visit_promise_settled CHECK ((state = 'open') = (settled_at IS NULL));

-- An opinion's evidence names the building at most.
ALTER TABLE demand_evidence ADD CONSTRAINT demand_evidence_opinion CHECK (kind <> 'opinion' OR (household_id IS NULL AND words IS NULL));

-- An area is a zone, a compound or the street; a contract ends after it starts.
ALTER TABLE resource ADD CONSTRAINT resource_area CHECK (zone_id IS NULL OR compound_id IS NULL);
ALTER TABLE resource ADD CONSTRAINT resource_contract CHECK (contract_ends_on >= contract_starts_on);
ALTER TABLE kitchen_match ADD CONSTRAINT kitchen_match_area CHECK (zone_id IS NULL OR compound_id IS NULL);

-- A resource serves a demand in an area once at a time.
CREATE UNIQUE INDEX kitchen_match_once ON kitchen_match (street_id, demand_id, resource_id, coalesce(zone_id, compound_id, street_id)) WHERE ended_at IS NULL;
