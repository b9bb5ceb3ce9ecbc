-- CreateEnum
CREATE TYPE "election_kind" AS ENUM ('vote', 'appointment');

-- CreateEnum
CREATE TYPE "election_state" AS ENUM ('nominating', 'voting', 'counting', 'publicity', 'appointed', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "objection_state" AS ENUM ('open', 'upheld', 'dismissed');

-- CreateEnum
CREATE TYPE "material_kind" AS ENUM ('logbook', 'opinion_box', 'canvas_bag', 'door_plaque');

-- CreateEnum
CREATE TYPE "material_move" AS ENUM ('received', 'issued', 'signed', 'returned', 'replaced', 'lost');

-- AlterTable
ALTER TABLE "captain_appointment" ADD COLUMN     "end_kind" TEXT;

-- CreateTable
CREATE TABLE "election" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" "election_kind" NOT NULL,
    "state" "election_state" NOT NULL DEFAULT 'nominating',
    "name" TEXT NOT NULL,
    "term_years" INTEGER NOT NULL,
    "turnout_percent" INTEGER NOT NULL,
    "winner_percent" INTEGER NOT NULL,
    "publicity_days" INTEGER NOT NULL,
    "entitled" INTEGER,
    "voting_from" DATE,
    "voting_to" DATE,
    "cast" INTEGER,
    "valid" INTEGER,
    "invalid" INTEGER,
    "for_nobody" INTEGER,
    "counted_by" TEXT,
    "winner_id" UUID,
    "public_from" DATE,
    "public_to" DATE,
    "decided_on" DATE,
    "decision" TEXT,
    "appointment_id" UUID,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "election_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "election_building" (
    "street_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "building_id" UUID NOT NULL,
    "is_open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "election_building_pkey" PRIMARY KEY ("street_id","election_id","building_id")
);

-- CreateTable
CREATE TABLE "election_nominee" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "residents" INTEGER,
    "organisation" TEXT,
    "votes" INTEGER,
    "withdrawn_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "election_nominee_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "election_ballot" (
    "street_id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "household_id" UUID NOT NULL,
    "cast_on" DATE NOT NULL,

    CONSTRAINT "election_ballot_pkey" PRIMARY KEY ("street_id","election_id","household_id")
);

-- CreateTable
CREATE TABLE "election_objection" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "election_id" UUID NOT NULL,
    "state" "objection_state" NOT NULL DEFAULT 'open',
    "received_on" DATE NOT NULL,
    "objector" TEXT,
    "words" TEXT NOT NULL,
    "answer" TEXT,
    "decided_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "election_objection_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "captain_handover" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "successor_id" UUID,
    "words" TEXT,
    "items" JSONB,
    "given_on" DATE,
    "taken_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "captain_handover_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "material_stock" (
    "street_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" "material_kind" NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "material_stock_pkey" PRIMARY KEY ("street_id","community_id","kind")
);

-- CreateTable
CREATE TABLE "material_movement" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "kind" "material_kind" NOT NULL,
    "move" "material_move" NOT NULL,
    "quantity" INTEGER NOT NULL,
    "issue_id" UUID,
    "person_id" UUID,
    "household_id" UUID,
    "consent_id" UUID,
    "day" DATE NOT NULL,
    "words" TEXT,
    "account_id" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_movement_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateIndex
CREATE INDEX "election_street_id_sort_key_id_idx" ON "election"("street_id", "sort_key", "id");

-- CreateIndex
CREATE INDEX "election_street_id_community_id_idx" ON "election"("street_id", "community_id");

-- CreateIndex
CREATE INDEX "election_street_id_created_at_id_idx" ON "election"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "election_building_street_id_building_id_idx" ON "election_building"("street_id", "building_id");

-- CreateIndex
CREATE INDEX "election_nominee_street_id_person_id_idx" ON "election_nominee"("street_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_nominee_street_id_election_id_person_id_key" ON "election_nominee"("street_id", "election_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "election_nominee_street_id_election_id_id_key" ON "election_nominee"("street_id", "election_id", "id");

-- CreateIndex
CREATE INDEX "election_objection_street_id_election_id_idx" ON "election_objection"("street_id", "election_id");

-- CreateIndex
CREATE INDEX "captain_handover_street_id_successor_id_idx" ON "captain_handover"("street_id", "successor_id");

-- CreateIndex
CREATE UNIQUE INDEX "captain_handover_street_id_appointment_id_key" ON "captain_handover"("street_id", "appointment_id");

-- CreateIndex
CREATE INDEX "material_movement_street_id_created_at_id_idx" ON "material_movement"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "material_movement_street_id_community_id_kind_idx" ON "material_movement"("street_id", "community_id", "kind");

-- CreateIndex
CREATE INDEX "material_movement_street_id_issue_id_idx" ON "material_movement"("street_id", "issue_id");

-- CreateIndex
CREATE INDEX "material_movement_street_id_person_id_idx" ON "material_movement"("street_id", "person_id");

-- CreateIndex
CREATE INDEX "material_movement_street_id_household_id_idx" ON "material_movement"("street_id", "household_id");

-- AddForeignKey
ALTER TABLE "election" ADD CONSTRAINT "election_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election" ADD CONSTRAINT "election_street_id_appointment_id_fkey" FOREIGN KEY ("street_id", "appointment_id") REFERENCES "captain_appointment"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_building" ADD CONSTRAINT "election_building_street_id_election_id_fkey" FOREIGN KEY ("street_id", "election_id") REFERENCES "election"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_building" ADD CONSTRAINT "election_building_street_id_building_id_fkey" FOREIGN KEY ("street_id", "building_id") REFERENCES "building"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_nominee" ADD CONSTRAINT "election_nominee_street_id_election_id_fkey" FOREIGN KEY ("street_id", "election_id") REFERENCES "election"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_nominee" ADD CONSTRAINT "election_nominee_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_ballot" ADD CONSTRAINT "election_ballot_street_id_election_id_fkey" FOREIGN KEY ("street_id", "election_id") REFERENCES "election"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_ballot" ADD CONSTRAINT "election_ballot_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "election_objection" ADD CONSTRAINT "election_objection_street_id_election_id_fkey" FOREIGN KEY ("street_id", "election_id") REFERENCES "election"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captain_handover" ADD CONSTRAINT "captain_handover_street_id_appointment_id_fkey" FOREIGN KEY ("street_id", "appointment_id") REFERENCES "captain_appointment"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "captain_handover" ADD CONSTRAINT "captain_handover_street_id_successor_id_fkey" FOREIGN KEY ("street_id", "successor_id") REFERENCES "captain_appointment"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_stock" ADD CONSTRAINT "material_stock_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_community_id_kind_fkey" FOREIGN KEY ("street_id", "community_id", "kind") REFERENCES "material_stock"("street_id", "community_id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_issue_id_fkey" FOREIGN KEY ("street_id", "issue_id") REFERENCES "material_movement"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_person_id_fkey" FOREIGN KEY ("street_id", "person_id") REFERENCES "person"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_consent_id_fkey" FOREIGN KEY ("street_id", "consent_id") REFERENCES "consent"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_movement" ADD CONSTRAINT "material_movement_street_id_account_id_fkey" FOREIGN KEY ("street_id", "account_id") REFERENCES "account"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An election's life: every step that there is; only a vote is voted on and counted.
CREATE FUNCTION guard_election_state() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE votes bigint;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'nominating' THEN
      RAISE EXCEPTION 'an election begins with nominating, not with %', NEW.state USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.kind <> OLD.kind THEN
    RAISE EXCEPTION 'an election stays of its kind' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.version < OLD.version THEN
    RAISE EXCEPTION 'an election does not go back' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = OLD.state THEN
    RETURN NEW;
  END IF;
  IF (OLD.state::text, NEW.state::text) NOT IN (
    ('counting', 'cancelled'),
    ('counting', 'failed'),
    ('counting', 'publicity'),
    ('nominating', 'cancelled'),
    ('nominating', 'failed'),
    ('nominating', 'publicity'),
    ('nominating', 'voting'),
    ('publicity', 'appointed'),
    ('publicity', 'cancelled'),
    ('publicity', 'failed'),
    ('publicity', 'nominating'),
    ('voting', 'cancelled'),
    ('voting', 'counting'),
    ('voting', 'failed')
  )
    OR (NEW.kind = 'appointment' AND NEW.state IN ('voting', 'counting'))
    OR (NEW.kind = 'vote' AND OLD.state = 'nominating' AND NEW.state = 'publicity')
  THEN
    RAISE EXCEPTION 'an election of kind % does not go from % to %', NEW.kind, OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.kind = 'vote' AND NEW.state = 'publicity' THEN
    SELECT coalesce(sum(n.votes), 0) INTO votes FROM election_nominee n
    WHERE n.street_id = NEW.street_id AND n.election_id = NEW.id;
    IF NEW.valid IS NULL OR votes + NEW.for_nobody <> NEW.valid THEN
      RAISE EXCEPTION 'the votes of an election add up to its valid ballots' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.state = 'appointed' AND EXISTS (
    SELECT FROM election_objection o
    WHERE o.street_id = NEW.street_id AND o.election_id = NEW.id AND o.state = 'open'
  ) THEN
    RAISE EXCEPTION 'nobody is appointed while an objection is open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER election_state_guarded BEFORE INSERT OR UPDATE ON election FOR EACH ROW EXECUTE FUNCTION guard_election_state();

-- What has come to its end leaves its buildings free for another election.
CREATE FUNCTION close_election_buildings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE election_building SET is_open = false WHERE street_id = NEW.street_id AND election_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER election_closed AFTER UPDATE ON election FOR EACH ROW
  WHEN (NEW.state IN ('appointed', 'failed', 'cancelled') AND OLD.state <> NEW.state)
  EXECUTE FUNCTION close_election_buildings();
CREATE UNIQUE INDEX election_building_open ON election_building (street_id, building_id) WHERE is_open;

-- An objection is raised while a choice is public, and decided once.
CREATE FUNCTION guard_election_objection() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stands text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF OLD.state <> 'open' AND NEW.state <> OLD.state THEN
      RAISE EXCEPTION 'an objection is decided once' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  SELECT e.state INTO stands FROM election e WHERE e.street_id = NEW.street_id AND e.id = NEW.election_id FOR SHARE;
  IF stands <> 'publicity' OR NEW.state <> 'open' THEN
    RAISE EXCEPTION 'an objection is raised while a choice is public' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER election_objection_guarded BEFORE INSERT OR UPDATE ON election_objection
  FOR EACH ROW EXECUTE FUNCTION guard_election_objection();

ALTER TABLE election ADD CONSTRAINT election_winner_stands FOREIGN KEY (street_id, id, winner_id)
  REFERENCES election_nominee (street_id, election_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE election ADD CONSTRAINT election_terms CHECK (
  term_years BETWEEN 1 AND 10 AND turnout_percent BETWEEN 0 AND 99 AND winner_percent BETWEEN 0 AND 99 AND publicity_days BETWEEN 1 AND 60);
ALTER TABLE election ADD CONSTRAINT election_count_sheet CHECK (
  num_nonnulls("cast", valid, invalid, for_nobody) IN (0, 4)
  AND ("cast" IS NULL OR ("cast" = valid + invalid AND "cast" <= entitled AND least(valid, invalid, for_nobody) >= 0)));
ALTER TABLE election ADD CONSTRAINT election_entitled CHECK (entitled > 0);
ALTER TABLE election ADD CONSTRAINT election_voting_order CHECK (voting_to >= voting_from);
ALTER TABLE election ADD CONSTRAINT election_public CHECK (
  state NOT IN ('publicity', 'appointed') OR (winner_id IS NOT NULL AND public_from IS NOT NULL AND public_to >= public_from));
ALTER TABLE election ADD CONSTRAINT election_appointed CHECK (
  (state = 'appointed') = (appointment_id IS NOT NULL) AND (state <> 'appointed' OR decided_on > public_to));
ALTER TABLE election ADD CONSTRAINT election_ended_for_a_reason CHECK (
  state NOT IN ('failed', 'cancelled') OR (decision IS NOT NULL AND decided_on IS NOT NULL));
ALTER TABLE election_nominee ADD CONSTRAINT election_nominee_numbers CHECK (coalesce(residents, 0) >= 0 AND coalesce(votes, 0) >= 0);
ALTER TABLE election_objection ADD CONSTRAINT election_objection_decided CHECK (
  (state = 'open') = (decided_on IS NULL) AND (state = 'open' OR answer IS NOT NULL));
ALTER TABLE captain_handover ADD CONSTRAINT captain_handover_signed_as_listed CHECK (
  items IS NOT NULL OR (given_on IS NULL AND taken_on IS NULL));

-- A movement changes its stock by what its kind of move means; nothing else does, and no stock falls below zero.
ALTER TABLE material_stock ADD CONSTRAINT material_stock_not_negative CHECK (quantity >= 0);
ALTER TABLE material_movement ADD CONSTRAINT material_movement_quantity CHECK (quantity > 0);
ALTER TABLE material_movement ADD CONSTRAINT material_movement_holder CHECK (
  (move = 'issued') = (num_nonnulls(person_id, household_id) > 0) AND (move = 'issued' OR consent_id IS NULL));
ALTER TABLE material_movement ADD CONSTRAINT material_movement_issue CHECK (
  CASE move
    WHEN 'received' THEN issue_id IS NULL
    WHEN 'issued' THEN issue_id IS NULL
    WHEN 'lost' THEN true
    ELSE issue_id IS NOT NULL
  END);
ALTER TABLE material_movement ADD CONSTRAINT material_movement_plaque_with_consent CHECK (
  move <> 'issued' OR kind <> 'door_plaque' OR household_id IS NULL OR consent_id IS NOT NULL);
CREATE UNIQUE INDEX material_movement_signed_once ON material_movement (street_id, issue_id) WHERE move = 'signed';

CREATE FUNCTION move_material() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  issue material_movement;
  gone bigint;
  change int := CASE
    WHEN NEW.move IN ('received', 'returned') THEN NEW.quantity
    WHEN NEW.move IN ('issued', 'replaced') OR (NEW.move = 'lost' AND NEW.issue_id IS NULL) THEN -NEW.quantity
    ELSE 0
  END;
BEGIN
  INSERT INTO material_stock (street_id, community_id, kind) VALUES (NEW.street_id, NEW.community_id, NEW.kind)
    ON CONFLICT DO NOTHING;
  UPDATE material_stock SET quantity = quantity + change
    WHERE street_id = NEW.street_id AND community_id = NEW.community_id AND kind = NEW.kind;
  IF NEW.issue_id IS NOT NULL THEN
    SELECT * INTO issue FROM material_movement m WHERE m.street_id = NEW.street_id AND m.id = NEW.issue_id;
    SELECT coalesce(sum(m.quantity), 0) INTO gone FROM material_movement m
      WHERE m.street_id = NEW.street_id AND m.issue_id = NEW.issue_id AND m.move IN ('returned', 'lost');
    IF issue.move <> 'issued' OR issue.kind <> NEW.kind OR issue.community_id <> NEW.community_id
      OR NEW.quantity > issue.quantity - gone THEN
      RAISE EXCEPTION 'more than was issued and is still out' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER material_movement_moves BEFORE INSERT ON material_movement FOR EACH ROW EXECUTE FUNCTION move_material();

CREATE FUNCTION guard_material_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 AND (TG_OP = 'UPDATE' OR NEW.quantity <> 0) THEN
    RAISE EXCEPTION 'a stock changes by its movements alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER material_stock_by_movements BEFORE INSERT OR UPDATE ON material_stock FOR EACH ROW EXECUTE FUNCTION guard_material_stock();

CREATE TRIGGER material_movement_append_only BEFORE UPDATE OR DELETE ON material_movement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER material_movement_not_truncated BEFORE TRUNCATE ON material_movement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
