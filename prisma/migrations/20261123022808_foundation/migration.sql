-- CreateEnum
CREATE TYPE "grid_force" AS ENUM ('civilised_city', 'social_governance', 'urban_management');

-- CreateEnum
CREATE TYPE "grid_post" AS ENUM ('full_time', 'part_time');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('received', 'reading', 'mapped', 'writing', 'done', 'failed', 'cancelled', 'undone');

-- CreateEnum
CREATE TYPE "party_level" AS ENUM ('community_committee', 'command_room', 'grid_branch', 'building_group');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('street_admin', 'street_staff', 'dispatcher', 'community_staff', 'grid_member', 'captain', 'zone_lead', 'worker', 'resident', 'auditor');

-- CreateEnum
CREATE TYPE "property_stage" AS ENUM ('none', 'managed', 'good');

-- CreateEnum
CREATE TYPE "calendar_day_kind" AS ENUM ('holiday', 'workday');

-- CreateEnum
CREATE TYPE "fee" AS ENUM ('free', 'paid');

-- CreateEnum
CREATE TYPE "job_state" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- CreateTable
CREATE TABLE "captain_appointment" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "duties" TEXT[],
    "door_plaque" BOOLEAN NOT NULL DEFAULT false,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "captain_appointment_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "captain_building" (
    "street_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "captain_building_pkey" PRIMARY KEY ("street_id","appointment_id","building_id","starts_on")
);

-- CreateTable
CREATE TABLE "operator" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "operator_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "worker" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "operator_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "employee_number" TEXT NOT NULL,
    "post" TEXT NOT NULL,
    "further_posts" TEXT[],
    "certificates" TEXT[],
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "worker_wage" (
    "street_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "monthly_fen" INTEGER NOT NULL,

    CONSTRAINT "worker_wage_pkey" PRIMARY KEY ("street_id","worker_id","starts_on")
);

-- CreateTable
CREATE TABLE "grid" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "branch_name" TEXT,
    "building_count" INTEGER,
    "forces" "grid_force"[],
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "grid_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "grid_compound" (
    "street_id" UUID NOT NULL,
    "grid_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,

    CONSTRAINT "grid_compound_pkey" PRIMARY KEY ("street_id","grid_id","compound_id")
);

-- CreateTable
CREATE TABLE "grid_member" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "grid_id" UUID NOT NULL,
    "post" "grid_post" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "end_reason" TEXT,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "grid_member_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "import" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'received',
    "started_by" UUID,
    "preview" JSONB,
    "accepted" JSONB,
    "failure" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "import_file" (
    "street_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA,

    CONSTRAINT "import_file_pkey" PRIMARY KEY ("street_id","import_id","position")
);

-- CreateTable
CREATE TABLE "import_rejection" (
    "street_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "file" TEXT NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "cells" JSONB,

    CONSTRAINT "import_rejection_pkey" PRIMARY KEY ("street_id","import_id","position")
);

-- CreateTable
CREATE TABLE "import_change" (
    "street_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "noun" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "before" JSONB,
    "version" INTEGER,

    CONSTRAINT "import_change_pkey" PRIMARY KEY ("street_id","import_id","position")
);

-- CreateTable
CREATE TABLE "import_heading" (
    "street_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_heading_pkey" PRIMARY KEY ("street_id","kind","heading")
);

-- CreateTable
CREATE TABLE "party_organisation" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "parent_id" UUID,
    "community_id" UUID,
    "grid_id" UUID,
    "leader_id" UUID,
    "level" "party_level" NOT NULL,
    "name" TEXT NOT NULL,
    "elected_on" DATE,
    "term_ends_on" DATE,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_organisation_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "centre_household" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "group_id" UUID NOT NULL,
    "building_id" UUID,
    "household_id" UUID,
    "person_id" UUID,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "centre_household_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "party_membership" (
    "street_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "standing" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_membership_pkey" PRIMARY KEY ("street_id","person_id")
);

-- CreateTable
CREATE TABLE "account" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_since" TIMESTAMPTZ(3),
    "totp_last_step" INTEGER,
    "recovery_codes" TEXT[],
    "locale" TEXT,
    "large_type" BOOLEAN NOT NULL DEFAULT false,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "suspended_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "street_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "token_hash" TEXT NOT NULL,
    "street_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "role" NOT NULL,
    "scope_kind" TEXT NOT NULL DEFAULT 'street',
    "scope_id" UUID,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "person" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "gender" TEXT,
    "birth_year" INTEGER,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "consent" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "person_id" UUID,
    "provider_id" UUID,
    "purpose" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "given_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "street" (
    "id" UUID NOT NULL,
    "code" VARCHAR(9) NOT NULL,
    "name" TEXT NOT NULL,
    "host_name" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "street_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "street_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "calendar_day_kind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("street_id","day")
);

-- CreateTable
CREATE TABLE "community" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" VARCHAR(12),
    "name" TEXT NOT NULL,
    "office_phone" TEXT,
    "office_address" TEXT,
    "office_hours" TEXT,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "community_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "compound" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "built_year" INTEGER,
    "building_count" INTEGER,
    "stairwell_count" INTEGER,
    "household_count" INTEGER,
    "population" INTEGER,
    "over60" INTEGER,
    "area_square_metres" INTEGER,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "facilities" TEXT[],
    "stage" "property_stage" NOT NULL DEFAULT 'none',
    "pilot" BOOLEAN NOT NULL DEFAULT false,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "compound_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "building" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "grid_id" UUID,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stairwell_count" INTEGER,
    "floors" INTEGER,
    "household_count" INTEGER,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "building_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "stairwell" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "stairwell_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "household" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stairwell_id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "household_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "notice_board" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "stairwell_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_board_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "public_code" (
    "code" VARCHAR(32) NOT NULL,
    "street_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "public_code_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "provider" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact_name" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "fee" "fee" NOT NULL,
    "hours_text" TEXT,
    "hours" JSONB,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject_kind" TEXT,
    "subject_id" TEXT,
    "changes" JSONB,
    "reason" TEXT,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "street_id" UUID NOT NULL,
    "principal" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("street_id","principal","operation","key")
);

-- CreateTable
CREATE TABLE "job_run" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" "job_state" NOT NULL DEFAULT 'queued',
    "subject_id" TEXT,
    "step" TEXT,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "result" JSONB,
    "requested_by" UUID,
    "cancel_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "flexible_hours" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID,
    "title" TEXT NOT NULL,
    "hours_text" TEXT NOT NULL,
    "place" TEXT,
    "phone" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "flexible_hours_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "sheet_version" (
    "street_id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "holds_from" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sheet_version_pkey" PRIMARY KEY ("street_id","board_id","version")
);

-- CreateTable
CREATE TABLE "hung_sheet" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "board_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "hung_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hung_sheet_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "survey" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "survey_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "questionnaire" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "survey_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "household_id" UUID,
    "number" TEXT NOT NULL,
    "room" TEXT,
    "method" TEXT,
    "is_returned" BOOLEAN NOT NULL DEFAULT false,
    "returned_on" DATE,
    "wants" TEXT[],
    "willingness" TEXT,
    "satisfaction" INTEGER,
    "worst_problem" TEXT,
    "remark" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "questionnaire_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "zone" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "zone_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "zone_compound" (
    "street_id" UUID NOT NULL,
    "compound_id" UUID NOT NULL,
    "zone_id" UUID NOT NULL,

    CONSTRAINT "zone_compound_pkey" PRIMARY KEY ("street_id","compound_id")
);

-- CreateTable
CREATE TABLE "zone_lead" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "zone_id" UUID NOT NULL,
    "worker_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,

    CONSTRAINT "zone_lead_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "captain_appointment_street_id_sort_key_id_idx" ON "captain_appointment"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "captain_appointment_street_id_person_id_idx" ON "captain_appointment"("street_id", "person_id");

-- CreateIndex
CREATE INDEX "captain_building_street_id_building_id_idx" ON "captain_building"("street_id", "building_id");

-- CreateIndex
CREATE UNIQUE INDEX "operator_street_id_name_key" ON "operator"("street_id", "name");

-- CreateIndex
CREATE INDEX "worker_street_id_sort_key_id_idx" ON "worker"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "worker_street_id_person_id_idx" ON "worker"("street_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "worker_street_id_operator_id_employee_number_key" ON "worker"("street_id", "operator_id", "employee_number");

-- CreateIndex
CREATE INDEX "grid_street_id_sort_key_id_idx" ON "grid"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "grid_street_id_community_id_idx" ON "grid"("street_id", "community_id");

-- CreateIndex
CREATE UNIQUE INDEX "grid_street_id_code_key" ON "grid"("street_id", "code");

-- CreateIndex
CREATE INDEX "grid_compound_street_id_compound_id_idx" ON "grid_compound"("street_id", "compound_id");

-- CreateIndex
CREATE INDEX "grid_member_street_id_sort_key_id_idx" ON "grid_member"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "grid_member_street_id_person_id_idx" ON "grid_member"("street_id", "person_id");

-- CreateIndex
CREATE INDEX "grid_member_street_id_grid_id_idx" ON "grid_member"("street_id", "grid_id");

-- CreateIndex
CREATE INDEX "import_street_id_created_at_idx" ON "import"("street_id", "created_at");

-- CreateIndex
CREATE INDEX "party_organisation_street_id_sort_key_id_idx" ON "party_organisation"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "party_organisation_street_id_parent_id_idx" ON "party_organisation"("street_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_organisation_street_id_level_name_key" ON "party_organisation"("street_id", "level", "name");

-- CreateIndex
CREATE INDEX "centre_household_street_id_group_id_idx" ON "centre_household"("street_id", "group_id");

-- CreateIndex
CREATE UNIQUE INDEX "centre_household_street_id_name_key" ON "centre_household"("street_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "account_username_key" ON "account"("username");

-- CreateIndex
CREATE INDEX "account_street_id_sort_key_id_idx" ON "account"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "session_street_id_account_id_idx" ON "session"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "one_time_code_street_id_account_id_idx" ON "one_time_code"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "role_grant_street_id_account_id_idx" ON "role_grant"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "person_street_id_sort_key_id_idx" ON "person"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "person_street_id_phone_idx" ON "person"("street_id", "phone");

-- CreateIndex
CREATE UNIQUE INDEX "person_street_id_account_id_key" ON "person"("street_id", "account_id");

-- CreateIndex
CREATE INDEX "consent_street_id_person_id_idx" ON "consent"("street_id", "person_id");

-- CreateIndex
CREATE INDEX "consent_street_id_provider_id_idx" ON "consent"("street_id", "provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "street_code_key" ON "street"("code");

-- CreateIndex
CREATE UNIQUE INDEX "street_host_name_key" ON "street"("host_name");

-- CreateIndex
CREATE INDEX "community_street_id_sort_key_id_idx" ON "community"("street_id", "sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "community_street_id_code_key" ON "community"("street_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "community_street_id_name_key" ON "community"("street_id", "name");

-- CreateIndex
CREATE INDEX "compound_street_id_sort_key_id_idx" ON "compound"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "compound_street_id_community_id_idx" ON "compound"("street_id", "community_id");

-- CreateIndex
CREATE UNIQUE INDEX "compound_street_id_name_key" ON "compound"("street_id", "name");

-- CreateIndex
CREATE INDEX "building_street_id_sort_key_id_idx" ON "building"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "building_street_id_grid_id_idx" ON "building"("street_id", "grid_id");

-- CreateIndex
CREATE UNIQUE INDEX "building_street_id_compound_id_number_key" ON "building"("street_id", "compound_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stairwell_street_id_building_id_number_key" ON "stairwell"("street_id", "building_id", "number");

-- CreateIndex
CREATE INDEX "household_street_id_sort_key_id_idx" ON "household"("street_id", "sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "household_street_id_stairwell_id_room_key" ON "household"("street_id", "stairwell_id", "room");

-- CreateIndex
CREATE UNIQUE INDEX "notice_board_street_id_stairwell_id_key" ON "notice_board"("street_id", "stairwell_id");

-- CreateIndex
CREATE INDEX "public_code_street_id_board_id_idx" ON "public_code"("street_id", "board_id");

-- CreateIndex
CREATE INDEX "provider_street_id_sort_key_id_idx" ON "provider"("street_id", "sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "provider_street_id_category_name_key" ON "provider"("street_id", "category", "name");

-- CreateIndex
CREATE INDEX "audit_entry_street_id_subject_kind_subject_id_id_idx" ON "audit_entry"("street_id", "subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_street_id_at_idx" ON "audit_entry"("street_id", "at");

-- CreateIndex
CREATE INDEX "audit_entry_street_id_account_id_id_idx" ON "audit_entry"("street_id", "account_id", "id");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "job_run_street_id_created_at_idx" ON "job_run"("street_id", "created_at");

-- CreateIndex
CREATE INDEX "flexible_hours_street_id_community_id_idx" ON "flexible_hours"("street_id", "community_id");

-- CreateIndex
CREATE INDEX "hung_sheet_street_id_board_id_hung_at_idx" ON "hung_sheet"("street_id", "board_id", "hung_at");

-- CreateIndex
CREATE UNIQUE INDEX "survey_street_id_name_key" ON "survey"("street_id", "name");

-- CreateIndex
CREATE INDEX "questionnaire_street_id_compound_id_idx" ON "questionnaire"("street_id", "compound_id");

-- CreateIndex
CREATE UNIQUE INDEX "questionnaire_street_id_survey_id_number_key" ON "questionnaire"("street_id", "survey_id", "number");

-- CreateIndex
CREATE INDEX "zone_street_id_sort_key_id_idx" ON "zone"("street_id", "sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "zone_street_id_name_key" ON "zone"("street_id", "name");

-- CreateIndex
CREATE INDEX "zone_compound_street_id_zone_id_idx" ON "zone_compound"("street_id", "zone_id");

-- CreateIndex
CREATE INDEX "zone_lead_street_id_zone_id_idx" ON "zone_lead"("street_id", "zone_id");

-- CreateIndex
CREATE INDEX "zone_lead_street_id_worker_id_idx" ON "zone_lead"("street_id", "worker_id");

-- AddForeignKey
ALTER TABLE "captain_appointment" ADD CONSTRAINT "captain_appointment_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captain_building" ADD CONSTRAINT "captain_building_street_id_appointment_id_fkey" FOREIGN KEY ("street_id", "appointment_id") REFERENCES "captain_appointment"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captain_building" ADD CONSTRAINT "captain_building_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operator" ADD CONSTRAINT "operator_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_street_id_operator_id_fkey" FOREIGN KEY ("street_id", "operator_id") REFERENCES "operator"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker" ADD CONSTRAINT "worker_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_wage" ADD CONSTRAINT "worker_wage_street_id_worker_id_fkey" FOREIGN KEY ("street_id", "worker_id") REFERENCES "worker"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid" ADD CONSTRAINT "grid_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid" ADD CONSTRAINT "grid_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid_compound" ADD CONSTRAINT "grid_compound_street_id_grid_id_fkey" FOREIGN KEY ("street_id", "grid_id") REFERENCES "grid"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid_compound" ADD CONSTRAINT "grid_compound_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid_member" ADD CONSTRAINT "grid_member_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grid_member" ADD CONSTRAINT "grid_member_street_id_grid_id_fkey" FOREIGN KEY ("street_id", "grid_id") REFERENCES "grid"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_file" ADD CONSTRAINT "import_file_street_id_import_id_fkey" FOREIGN KEY ("street_id", "import_id") REFERENCES "import"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejection" ADD CONSTRAINT "import_rejection_street_id_import_id_fkey" FOREIGN KEY ("street_id", "import_id") REFERENCES "import"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_change" ADD CONSTRAINT "import_change_street_id_import_id_fkey" FOREIGN KEY ("street_id", "import_id") REFERENCES "import"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_organisation" ADD CONSTRAINT "party_organisation_street_id_parent_id_fkey" FOREIGN KEY ("street_id", "parent_id") REFERENCES "party_organisation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_organisation" ADD CONSTRAINT "party_organisation_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_organisation" ADD CONSTRAINT "party_organisation_street_id_grid_id_fkey" FOREIGN KEY ("street_id", "grid_id") REFERENCES "grid"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_organisation" ADD CONSTRAINT "party_organisation_street_id_leader_id_fkey" FOREIGN KEY ("street_id", "leader_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_household" ADD CONSTRAINT "centre_household_street_id_group_id_fkey" FOREIGN KEY ("street_id", "group_id") REFERENCES "party_organisation"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_household" ADD CONSTRAINT "centre_household_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_household" ADD CONSTRAINT "centre_household_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "centre_household" ADD CONSTRAINT "centre_household_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_membership" ADD CONSTRAINT "party_membership_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_street_id_provider_id_fkey" FOREIGN KEY ("street_id", "provider_id") REFERENCES "provider"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_day" ADD CONSTRAINT "calendar_day_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "community" ADD CONSTRAINT "community_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "compound" ADD CONSTRAINT "compound_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "building" ADD CONSTRAINT "building_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "building" ADD CONSTRAINT "building_street_id_grid_id_fkey" FOREIGN KEY ("street_id", "grid_id") REFERENCES "grid"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stairwell" ADD CONSTRAINT "stairwell_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household" ADD CONSTRAINT "household_street_id_stairwell_id_fkey" FOREIGN KEY ("street_id", "stairwell_id") REFERENCES "stairwell"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_board" ADD CONSTRAINT "notice_board_street_id_stairwell_id_fkey" FOREIGN KEY ("street_id", "stairwell_id") REFERENCES "stairwell"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_code" ADD CONSTRAINT "public_code_street_id_board_id_fkey" FOREIGN KEY ("street_id", "board_id") REFERENCES "notice_board"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provider" ADD CONSTRAINT "provider_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "job_run" ADD CONSTRAINT "job_run_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flexible_hours" ADD CONSTRAINT "flexible_hours_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flexible_hours" ADD CONSTRAINT "flexible_hours_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_version" ADD CONSTRAINT "sheet_version_street_id_board_id_fkey" FOREIGN KEY ("street_id", "board_id") REFERENCES "notice_board"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hung_sheet" ADD CONSTRAINT "hung_sheet_street_id_board_id_fkey" FOREIGN KEY ("street_id", "board_id") REFERENCES "notice_board"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hung_sheet" ADD CONSTRAINT "hung_sheet_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey" ADD CONSTRAINT "survey_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_street_id_survey_id_fkey" FOREIGN KEY ("street_id", "survey_id") REFERENCES "survey"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questionnaire" ADD CONSTRAINT "questionnaire_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone" ADD CONSTRAINT "zone_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_compound" ADD CONSTRAINT "zone_compound_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_compound" ADD CONSTRAINT "zone_compound_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_lead" ADD CONSTRAINT "zone_lead_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "zone_lead" ADD CONSTRAINT "zone_lead_street_id_worker_id_fkey" FOREIGN KEY ("street_id", "worker_id") REFERENCES "worker"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A building has one captain at a time, a zone one lead; both ends of a term belong to it.
ALTER TABLE captain_building ADD CONSTRAINT captain_building_one_at_a_time
  EXCLUDE USING gist (street_id WITH =, building_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE zone_lead ADD CONSTRAINT zone_lead_one_at_a_time
  EXCLUDE USING gist (street_id WITH =, zone_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);
ALTER TABLE grid_member ADD CONSTRAINT grid_member_once_at_a_time
  EXCLUDE USING gist (street_id WITH =, grid_id WITH =, person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&);

ALTER TABLE captain_appointment ADD CONSTRAINT captain_appointment_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE captain_building ADD CONSTRAINT captain_building_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE grid_member ADD CONSTRAINT grid_member_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE worker ADD CONSTRAINT worker_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE zone_lead ADD CONSTRAINT zone_lead_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_term CHECK (ends_on IS NULL OR ends_on >= starts_on);
ALTER TABLE role_grant ADD CONSTRAINT role_grant_scope CHECK (
  (scope_kind IN ('street', 'own') AND scope_id IS NULL)
  OR (scope_kind IN ('community', 'compound', 'zone', 'grid', 'building') AND scope_id IS NOT NULL));
ALTER TABLE consent ADD CONSTRAINT consent_of_one CHECK ((person_id IS NULL) <> (provider_id IS NULL));
ALTER TABLE street ADD CONSTRAINT street_code_digits CHECK (code ~ '^[0-9]{9}$');
ALTER TABLE community ADD CONSTRAINT community_code_digits CHECK (code ~ '^[0-9]{12}$');

-- One consent in force for a purpose, and one code in force for a board.
CREATE UNIQUE INDEX consent_person_in_force ON consent (street_id, person_id, purpose) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX consent_provider_in_force ON consent (street_id, provider_id, purpose) WHERE withdrawn_at IS NULL;
CREATE UNIQUE INDEX public_code_in_force ON public_code (street_id, board_id) WHERE revoked_at IS NULL;

-- The audit is written once, whoever is connected.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_not_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Servers that keep contact sheets in memory hear at once that a street's sheets may have changed.
CREATE FUNCTION announce_sheets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linzhi_sheets', coalesce(NEW.street_id, OLD.street_id)::text);
  RETURN NULL;
END $$;
CREATE FUNCTION announce_street_sheets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linzhi_sheets', NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER street_sheets AFTER UPDATE ON street FOR EACH ROW EXECUTE FUNCTION announce_street_sheets();
CREATE TRIGGER community_sheets AFTER INSERT OR UPDATE OR DELETE ON community FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER compound_sheets AFTER INSERT OR UPDATE OR DELETE ON compound FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER building_sheets AFTER INSERT OR UPDATE OR DELETE ON building FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER stairwell_sheets AFTER INSERT OR UPDATE OR DELETE ON stairwell FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER notice_board_sheets AFTER INSERT OR UPDATE OR DELETE ON notice_board FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER public_code_sheets AFTER INSERT OR UPDATE OR DELETE ON public_code FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER person_sheets AFTER INSERT OR UPDATE OR DELETE ON person FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER consent_sheets AFTER INSERT OR UPDATE OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER captain_appointment_sheets AFTER INSERT OR UPDATE OR DELETE ON captain_appointment FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER captain_building_sheets AFTER INSERT OR UPDATE OR DELETE ON captain_building FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER grid_sheets AFTER INSERT OR UPDATE OR DELETE ON grid FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER grid_member_sheets AFTER INSERT OR UPDATE OR DELETE ON grid_member FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER provider_sheets AFTER INSERT OR UPDATE OR DELETE ON provider FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER flexible_hours_sheets AFTER INSERT OR UPDATE OR DELETE ON flexible_hours FOR EACH ROW EXECUTE FUNCTION announce_sheets();
CREATE TRIGGER calendar_day_sheets AFTER INSERT OR UPDATE OR DELETE ON calendar_day FOR EACH ROW EXECUTE FUNCTION announce_sheets();

-- After many rows have come in at once the planner knows nothing of them: every key begins with the one street_id,
-- and joins would walk the whole street row by row. Only a table's owner may gather statistics, hence the definer.
CREATE FUNCTION gather_statistics() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE name text;
BEGIN
  FOR name IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relowner = current_user::regrole LOOP
    EXECUTE format('ANALYZE public.%I', name);
  END LOOP;
END $$;
