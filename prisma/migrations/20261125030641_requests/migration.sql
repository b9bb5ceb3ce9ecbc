-- CreateEnum
CREATE TYPE "request_state" AS ENUM ('submitted', 'accepted', 'dispatched', 'in_progress', 'paused', 'waiting', 'handed_over', 'to_verify', 'to_rate', 'reopen_asked', 'closed', 'refused', 'withdrawn', 'merged');

-- CreateEnum
CREATE TYPE "request_outcome" AS ENUM ('solved', 'not_solvable', 'not_ours', 'handed_over', 'no_feedback');

-- CreateEnum
CREATE TYPE "request_source" AS ENUM ('sheet', 'account', 'phone', 'visit', 'opinion_box', 'hotline', 'open311', 'staff');

-- CreateEnum
CREATE TYPE "time_unit" AS ENUM ('minutes', 'hours', 'workdays', 'days');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('queued', 'sent', 'failed', 'dead');

-- AlterTable
ALTER TABLE "compound" ADD COLUMN     "stars" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "request_category" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "group_en" TEXT NOT NULL,
    "hint" TEXT,
    "hint_en" TEXT,
    "danger" TEXT,
    "skill" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_category_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "sla_policy" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "stars" INTEGER NOT NULL DEFAULT 0,
    "accept_amount" INTEGER,
    "accept_unit" "time_unit",
    "arrive_amount" INTEGER,
    "arrive_unit" "time_unit",
    "resolve_amount" INTEGER NOT NULL,
    "resolve_unit" "time_unit" NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sla_policy_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "request" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" "request_state" NOT NULL DEFAULT 'submitted',
    "outcome" "request_outcome",
    "round" INTEGER NOT NULL DEFAULT 1,
    "source" "request_source" NOT NULL,
    "source_number" TEXT,
    "category_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "place" TEXT,
    "compound_id" UUID NOT NULL,
    "building_id" UUID,
    "stairwell_id" UUID,
    "stars" INTEGER NOT NULL DEFAULT 0,
    "reporter_name" TEXT,
    "reporter_phone" TEXT,
    "reporter_account_id" UUID,
    "written_by" UUID,
    "worker_id" UUID,
    "parent_id" UUID,
    "policy" JSONB NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "arrived_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "round_started_at" TIMESTAMPTZ(3) NOT NULL,
    "wait_until" TIMESTAMPTZ(3),
    "due_kind" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3),
    "thrice_at" TIMESTAMPTZ(3),
    "was_late" BOOLEAN NOT NULL DEFAULT false,
    "escalation" INTEGER NOT NULL DEFAULT 0,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "request_event" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "from_state" "request_state",
    "to_state" "request_state" NOT NULL,
    "round" INTEGER NOT NULL,
    "account_id" UUID,
    "actor" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "words" TEXT,
    "is_public" BOOLEAN NOT NULL DEFAULT false,
    "details" JSONB,

    CONSTRAINT "request_event_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "request_pause" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "request_pause_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "request_photo" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID,
    "event_id" UUID,
    "owner_hash" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'before',
    "file" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_photo_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "request_track" (
    "token_hash" TEXT NOT NULL,
    "street_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_track_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "request_feedback" (
    "street_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "satisfied" BOOLEAN NOT NULL,
    "overall" INTEGER,
    "speed" INTEGER,
    "manner" INTEGER,
    "words" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_feedback_pkey" PRIMARY KEY ("street_id","request_id","round")
);

-- CreateTable
CREATE TABLE "follow_up_call" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "outcome" TEXT,
    "quality" INTEGER,
    "words" TEXT,
    "called_by" UUID,
    "called_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "follow_up_call_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "dispatch_rule" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "category_id" UUID,
    "compound_id" UUID,
    "zone_id" UUID,
    "skill" TEXT,
    "weekdays" INTEGER[],
    "from_minute" INTEGER,
    "to_minute" INTEGER,
    "worker_id" UUID,
    "to_zone_crew" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "dispatch_rule_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "reply_template" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category_id" UUID,
    "state" "request_state",
    "name" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "words_en" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "reply_template_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "for_role" "role",
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "handover_note" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "shift" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_note_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "outage_notice" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID,
    "compound_id" UUID,
    "building_id" UUID,
    "stairwell_id" UUID,
    "kind" TEXT NOT NULL,
    "is_planned" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "words" TEXT NOT NULL,
    "words_en" TEXT,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "outage_notice_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "channel" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject" TEXT,
    "words" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "once_key" TEXT NOT NULL,
    "state" "message_state" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_fault" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "request_category_street_id_code_key" ON "request_category"("street_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "sla_policy_street_id_category_id_stars_key" ON "sla_policy"("street_id", "category_id", "stars");

-- CreateIndex
CREATE INDEX "request_street_id_state_due_at_id_idx" ON "request"("street_id", "state", "due_at", "id");

-- CreateIndex
CREATE INDEX "request_street_id_created_at_id_idx" ON "request"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "request_street_id_compound_id_created_at_idx" ON "request"("street_id", "compound_id", "created_at");

-- CreateIndex
CREATE INDEX "request_street_id_building_id_idx" ON "request"("street_id", "building_id");

-- CreateIndex
CREATE INDEX "request_street_id_worker_id_state_idx" ON "request"("street_id", "worker_id", "state");

-- CreateIndex
CREATE INDEX "request_street_id_parent_id_idx" ON "request"("street_id", "parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "request_street_id_number_key" ON "request"("street_id", "number");

-- CreateIndex
CREATE INDEX "request_event_street_id_request_id_at_idx" ON "request_event"("street_id", "request_id", "at");

-- CreateIndex
CREATE INDEX "request_pause_street_id_request_id_idx" ON "request_pause"("street_id", "request_id");

-- CreateIndex
CREATE INDEX "request_photo_street_id_request_id_idx" ON "request_photo"("street_id", "request_id");

-- CreateIndex
CREATE INDEX "request_photo_created_at_idx" ON "request_photo"("created_at");

-- CreateIndex
CREATE INDEX "request_track_street_id_request_id_idx" ON "request_track"("street_id", "request_id");

-- CreateIndex
CREATE INDEX "follow_up_call_street_id_called_at_due_on_idx" ON "follow_up_call"("street_id", "called_at", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "follow_up_call_street_id_request_id_round_key" ON "follow_up_call"("street_id", "request_id", "round");

-- CreateIndex
CREATE INDEX "dispatch_rule_street_id_position_idx" ON "dispatch_rule"("street_id", "position");

-- CreateIndex
CREATE INDEX "saved_view_street_id_page_idx" ON "saved_view"("street_id", "page");

-- CreateIndex
CREATE INDEX "handover_note_street_id_day_idx" ON "handover_note"("street_id", "day");

-- CreateIndex
CREATE INDEX "outage_notice_street_id_starts_at_idx" ON "outage_notice"("street_id", "starts_at");

-- CreateIndex
CREATE INDEX "outbox_message_street_id_state_created_at_idx" ON "outbox_message"("street_id", "state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_message_street_id_channel_once_key_key" ON "outbox_message"("street_id", "channel", "once_key");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_key_hash_key" ON "api_key"("key_hash");

-- AddForeignKey
ALTER TABLE "request_category" ADD CONSTRAINT "request_category_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sla_policy" ADD CONSTRAINT "sla_policy_street_id_category_id_fkey" FOREIGN KEY ("street_id", "category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_category_id_fkey" FOREIGN KEY ("street_id", "category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_stairwell_id_fkey" FOREIGN KEY ("street_id", "stairwell_id") REFERENCES "stairwell"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_worker_id_fkey" FOREIGN KEY ("street_id", "worker_id") REFERENCES "worker"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request" ADD CONSTRAINT "request_street_id_parent_id_fkey" FOREIGN KEY ("street_id", "parent_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_event" ADD CONSTRAINT "request_event_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_pause" ADD CONSTRAINT "request_pause_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_photo" ADD CONSTRAINT "request_photo_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_photo" ADD CONSTRAINT "request_photo_street_id_event_id_fkey" FOREIGN KEY ("street_id", "event_id") REFERENCES "request_event"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_track" ADD CONSTRAINT "request_track_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_feedback" ADD CONSTRAINT "request_feedback_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follow_up_call" ADD CONSTRAINT "follow_up_call_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch_rule" ADD CONSTRAINT "dispatch_rule_street_id_category_id_fkey" FOREIGN KEY ("street_id", "category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch_rule" ADD CONSTRAINT "dispatch_rule_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch_rule" ADD CONSTRAINT "dispatch_rule_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dispatch_rule" ADD CONSTRAINT "dispatch_rule_street_id_worker_id_fkey" FOREIGN KEY ("street_id", "worker_id") REFERENCES "worker"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reply_template" ADD CONSTRAINT "reply_template_street_id_category_id_fkey" FOREIGN KEY ("street_id", "category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_note" ADD CONSTRAINT "handover_note_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_notice" ADD CONSTRAINT "outage_notice_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_notice" ADD CONSTRAINT "outage_notice_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_notice" ADD CONSTRAINT "outage_notice_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_notice" ADD CONSTRAINT "outage_notice_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outage_notice" ADD CONSTRAINT "outage_notice_street_id_stairwell_id_fkey" FOREIGN KEY ("street_id", "stairwell_id") REFERENCES "stairwell"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_message" ADD CONSTRAINT "outbox_message_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- A request's life: it begins as submitted, and every other step than these is refused, whoever writes it.
CREATE FUNCTION guard_request_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'submitted' THEN
      RAISE EXCEPTION 'a request begins as submitted, not as %', NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('accepted', 'dispatched'),
    ('accepted', 'merged'),
    ('closed', 'in_progress'),
    ('closed', 'reopen_asked'),
    ('dispatched', 'accepted'),
    ('dispatched', 'dispatched'),
    ('dispatched', 'in_progress'),
    ('handed_over', 'in_progress'),
    ('handed_over', 'to_verify'),
    ('in_progress', 'dispatched'),
    ('in_progress', 'handed_over'),
    ('in_progress', 'in_progress'),
    ('in_progress', 'paused'),
    ('in_progress', 'to_verify'),
    ('in_progress', 'waiting'),
    ('merged', 'accepted'),
    ('paused', 'in_progress'),
    ('refused', 'submitted'),
    ('reopen_asked', 'closed'),
    ('reopen_asked', 'in_progress'),
    ('submitted', 'accepted'),
    ('submitted', 'merged'),
    ('submitted', 'refused'),
    ('submitted', 'withdrawn'),
    ('to_rate', 'closed'),
    ('to_rate', 'reopen_asked'),
    ('to_verify', 'in_progress'),
    ('to_verify', 'to_rate'),
    ('waiting', 'in_progress')
  ) THEN
    RAISE EXCEPTION 'a request does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.round < OLD.round OR NEW.version < OLD.version THEN
    RAISE EXCEPTION 'a request does not go back' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER request_state_guarded BEFORE INSERT OR UPDATE ON request FOR EACH ROW EXECUTE FUNCTION guard_request_state();

-- Every step writes an event in its own transaction.
CREATE FUNCTION ask_request_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM request_event e
    WHERE e.street_id = NEW.street_id AND e.request_id = NEW.id AND e.version = NEW.version AND e.to_state = NEW.state
  ) THEN
    RAISE EXCEPTION 'request % came to % without an event', NEW.id, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER request_begun_with_event AFTER INSERT ON request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ask_request_event();
CREATE CONSTRAINT TRIGGER request_moved_with_event AFTER UPDATE ON request
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION ask_request_event();

CREATE TRIGGER request_event_append_only BEFORE UPDATE OR DELETE ON request_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_event_not_truncated BEFORE TRUNCATE ON request_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_feedback_append_only BEFORE UPDATE OR DELETE ON request_feedback FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER request_feedback_not_truncated BEFORE TRUNCATE ON request_feedback FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE compound ADD CONSTRAINT compound_stars CHECK (stars BETWEEN 0 AND 5);
ALTER TABLE request ADD CONSTRAINT request_stars CHECK (stars BETWEEN 0 AND 5);
ALTER TABLE request ADD CONSTRAINT request_not_its_own_parent CHECK (parent_id IS NULL OR parent_id <> id);
ALTER TABLE request ADD CONSTRAINT request_merged_into_one CHECK ((state = 'merged') = (parent_id IS NOT NULL));
ALTER TABLE sla_policy ADD CONSTRAINT sla_policy_stars CHECK (stars BETWEEN 0 AND 5);
ALTER TABLE sla_policy ADD CONSTRAINT sla_policy_amounts CHECK (
  resolve_amount > 0 AND (accept_amount IS NULL) = (accept_unit IS NULL) AND (arrive_amount IS NULL) = (arrive_unit IS NULL)
  AND coalesce(accept_amount, 1) > 0 AND coalesce(arrive_amount, 1) > 0);
ALTER TABLE request_feedback ADD CONSTRAINT request_feedback_stars CHECK (
  coalesce(overall, 1) BETWEEN 1 AND 5 AND coalesce(speed, 1) BETWEEN 1 AND 5 AND coalesce(manner, 1) BETWEEN 1 AND 5);
ALTER TABLE request_pause ADD CONSTRAINT request_pause_order CHECK (ends_at IS NULL OR ends_at >= starts_at);
ALTER TABLE outage_notice ADD CONSTRAINT outage_notice_order CHECK (ends_at IS NULL OR ends_at > starts_at);
ALTER TABLE outage_notice ADD CONSTRAINT outage_notice_one_place CHECK (
  num_nonnulls(community_id, compound_id, building_id, stairwell_id) <= 1);
ALTER TABLE dispatch_rule ADD CONSTRAINT dispatch_rule_hours CHECK (
  (from_minute IS NULL) = (to_minute IS NULL) AND coalesce(from_minute, 0) BETWEEN 0 AND 1440 AND coalesce(to_minute, 0) BETWEEN 0 AND 1440);

-- One pause of a request at a time, and the board's own index: what is open, by its time.
CREATE UNIQUE INDEX request_pause_open ON request_pause (street_id, request_id) WHERE ends_at IS NULL;
CREATE INDEX request_open_by_due ON request (street_id, due_at, id)
  WHERE state NOT IN ('closed', 'refused', 'withdrawn', 'merged');

-- Boards that listen hear at once that a request of their street has moved.
CREATE FUNCTION announce_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('linzhi_requests', NEW.street_id::text || ' ' || NEW.id::text);
  RETURN NULL;
END $$;
CREATE TRIGGER request_announced AFTER INSERT OR UPDATE ON request FOR EACH ROW EXECUTE FUNCTION announce_request();
CREATE TRIGGER outage_notice_sheets AFTER INSERT OR UPDATE OR DELETE ON outage_notice FOR EACH ROW EXECUTE FUNCTION announce_sheets();
