-- CreateEnum
CREATE TYPE "menu_state" AS ENUM ('draft', 'review', 'published', 'archived');

-- CreateEnum
CREATE TYPE "service_reach" AS ENUM ('universal', 'on_demand');

-- AlterEnum
ALTER TYPE "request_source" ADD VALUE 'menu';

-- AlterTable
ALTER TABLE "resource" ADD COLUMN     "lead_hours" INTEGER,
ADD COLUMN     "per_slot" INTEGER,
ADD COLUMN     "slot_minutes" INTEGER;

-- CreateTable
CREATE TABLE "menu" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "zone_id" UUID,
    "compound_id" UUID,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "sort_key" TEXT NOT NULL,
    "search" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "menu_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "menu_version" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "menu_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "menu_state" NOT NULL DEFAULT 'draft',
    "note" TEXT,
    "sent_by" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "returned" TEXT,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "menu_version_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "service" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "menu_item" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "menu_version_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "words" TEXT,
    "words_en" TEXT,
    "stars" INTEGER NOT NULL,
    "standards" TEXT[],
    "standards_en" TEXT[],
    "fee" "fee" NOT NULL,
    "price_fen" INTEGER,
    "price_unit" TEXT,
    "reach" "service_reach" NOT NULL,
    "frequency" TEXT,
    "frequency_en" TEXT,
    "response_amount" INTEGER NOT NULL,
    "response_unit" "time_unit" NOT NULL,
    "request_category_id" UUID NOT NULL,
    "resource_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "menu_item_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "service_demand" (
    "street_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "demand_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_demand_pkey" PRIMARY KEY ("street_id","service_id","demand_id")
);

-- CreateTable
CREATE TABLE "order_slot" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "places" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "order_slot_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "service_order" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "menu_item_id" UUID NOT NULL,
    "slot_id" UUID,
    "household_id" UUID,
    "starts_at" TIMESTAMPTZ(3),
    "ends_at" TIMESTAMPTZ(3),
    "quantity" INTEGER NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "paid_fen" INTEGER NOT NULL DEFAULT 0,
    "cancelled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_order_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "order_payment" (
    "street_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "amount_fen" INTEGER NOT NULL,
    "receipt_number" TEXT,
    "community_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "corrects_id" UUID,
    "reason" TEXT,
    "taken_by" UUID NOT NULL,
    "taker" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "order_payment_pkey" PRIMARY KEY ("street_id","id")
);

-- CreateTable
CREATE TABLE "payment_closing" (
    "street_id" UUID NOT NULL,
    "community_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "entries" INTEGER NOT NULL,
    "cash_fen" INTEGER NOT NULL,
    "transfer_fen" INTEGER NOT NULL,
    "closed_by" UUID NOT NULL,
    "closer" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_closing_pkey" PRIMARY KEY ("street_id","community_id","day")
);

-- CreateIndex
CREATE INDEX "menu_street_id_sort_key_id_idx" ON "menu"("street_id", "sort_key", "id");

-- CreateIndex
CREATE UNIQUE INDEX "menu_version_street_id_menu_id_number_key" ON "menu_version"("street_id", "menu_id", "number");

-- CreateIndex
CREATE INDEX "menu_item_street_id_service_id_idx" ON "menu_item"("street_id", "service_id");

-- CreateIndex
CREATE UNIQUE INDEX "menu_item_street_id_menu_version_id_service_id_key" ON "menu_item"("street_id", "menu_version_id", "service_id");

-- CreateIndex
CREATE INDEX "service_demand_street_id_demand_id_idx" ON "service_demand"("street_id", "demand_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_slot_street_id_resource_id_starts_at_key" ON "order_slot"("street_id", "resource_id", "starts_at");

-- CreateIndex
CREATE INDEX "service_order_street_id_created_at_id_idx" ON "service_order"("street_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "service_order_street_id_service_id_idx" ON "service_order"("street_id", "service_id");

-- CreateIndex
CREATE INDEX "service_order_street_id_slot_id_idx" ON "service_order"("street_id", "slot_id");

-- CreateIndex
CREATE UNIQUE INDEX "service_order_street_id_request_id_key" ON "service_order"("street_id", "request_id");

-- CreateIndex
CREATE INDEX "order_payment_street_id_community_id_day_id_idx" ON "order_payment"("street_id", "community_id", "day", "id");

-- CreateIndex
CREATE INDEX "order_payment_street_id_order_id_idx" ON "order_payment"("street_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_payment_street_id_corrects_id_key" ON "order_payment"("street_id", "corrects_id");

-- AddForeignKey
ALTER TABLE "menu" ADD CONSTRAINT "menu_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu" ADD CONSTRAINT "menu_street_id_zone_id_fkey" FOREIGN KEY ("street_id", "zone_id") REFERENCES "zone"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu" ADD CONSTRAINT "menu_street_id_compound_id_fkey" FOREIGN KEY ("street_id", "compound_id") REFERENCES "compound"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_version" ADD CONSTRAINT "menu_version_street_id_menu_id_fkey" FOREIGN KEY ("street_id", "menu_id") REFERENCES "menu"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service" ADD CONSTRAINT "service_street_id_fkey" FOREIGN KEY ("street_id") REFERENCES "street"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_item" ADD CONSTRAINT "menu_item_street_id_menu_version_id_fkey" FOREIGN KEY ("street_id", "menu_version_id") REFERENCES "menu_version"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_item" ADD CONSTRAINT "menu_item_street_id_service_id_fkey" FOREIGN KEY ("street_id", "service_id") REFERENCES "service"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_item" ADD CONSTRAINT "menu_item_street_id_request_category_id_fkey" FOREIGN KEY ("street_id", "request_category_id") REFERENCES "request_category"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "menu_item" ADD CONSTRAINT "menu_item_street_id_resource_id_fkey" FOREIGN KEY ("street_id", "resource_id") REFERENCES "resource"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_demand" ADD CONSTRAINT "service_demand_street_id_service_id_fkey" FOREIGN KEY ("street_id", "service_id") REFERENCES "service"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_demand" ADD CONSTRAINT "service_demand_street_id_demand_id_fkey" FOREIGN KEY ("street_id", "demand_id") REFERENCES "demand"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_slot" ADD CONSTRAINT "order_slot_street_id_resource_id_fkey" FOREIGN KEY ("street_id", "resource_id") REFERENCES "resource"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_street_id_request_id_fkey" FOREIGN KEY ("street_id", "request_id") REFERENCES "request"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_street_id_service_id_fkey" FOREIGN KEY ("street_id", "service_id") REFERENCES "service"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_street_id_menu_item_id_fkey" FOREIGN KEY ("street_id", "menu_item_id") REFERENCES "menu_item"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_street_id_slot_id_fkey" FOREIGN KEY ("street_id", "slot_id") REFERENCES "order_slot"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_street_id_household_id_fkey" FOREIGN KEY ("street_id", "household_id") REFERENCES "household"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_payment" ADD CONSTRAINT "order_payment_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_payment" ADD CONSTRAINT "order_payment_street_id_order_id_fkey" FOREIGN KEY ("street_id", "order_id") REFERENCES "service_order"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_payment" ADD CONSTRAINT "order_payment_street_id_corrects_id_fkey" FOREIGN KEY ("street_id", "corrects_id") REFERENCES "order_payment"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_closing" ADD CONSTRAINT "payment_closing_street_id_community_id_fkey" FOREIGN KEY ("street_id", "community_id") REFERENCES "community"("street_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is ordered can be cancelled until somebody has set out.
CREATE OR REPLACE FUNCTION guard_request_state() RETURNS trigger LANGUAGE plpgsql AS $$
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
    ('accepted', 'withdrawn'),
    ('closed', 'in_progress'),
    ('closed', 'reopen_asked'),
    ('dispatched', 'accepted'),
    ('dispatched', 'dispatched'),
    ('dispatched', 'in_progress'),
    ('dispatched', 'withdrawn'),
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

ALTER TABLE menu ADD CONSTRAINT menu_of_one_area CHECK (zone_id IS NULL OR compound_id IS NULL);
CREATE UNIQUE INDEX menu_of_area ON menu (street_id, zone_id, compound_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX menu_version_worked_on ON menu_version (street_id, menu_id) WHERE state IN ('draft', 'review');
CREATE UNIQUE INDEX menu_version_in_force ON menu_version (street_id, menu_id) WHERE state = 'published';
ALTER TABLE menu_version ADD CONSTRAINT menu_version_published_by_another CHECK (published_by IS NULL OR published_by <> sent_by);
ALTER TABLE menu_item ADD CONSTRAINT menu_item_stars CHECK (stars BETWEEN 1 AND 5);
ALTER TABLE menu_item ADD CONSTRAINT menu_item_price CHECK (
  (fee = 'paid') = (price_fen IS NOT NULL) AND (price_fen IS NULL) = (price_unit IS NULL) AND coalesce(price_fen, 1) > 0);
ALTER TABLE menu_item ADD CONSTRAINT menu_item_response CHECK (response_amount > 0);
ALTER TABLE resource ADD CONSTRAINT resource_slots CHECK (
  (slot_minutes IS NULL) = (per_slot IS NULL) AND coalesce(slot_minutes, 15) BETWEEN 15 AND 480
  AND coalesce(per_slot, 1) > 0 AND coalesce(lead_hours, 0) >= 0);
ALTER TABLE order_slot ADD CONSTRAINT order_slot_places CHECK (taken BETWEEN 0 AND places);
ALTER TABLE order_slot ADD CONSTRAINT order_slot_order CHECK (ends_at > starts_at);
ALTER TABLE service_order ADD CONSTRAINT service_order_amount CHECK (
  quantity > 0 AND amount_fen >= 0 AND paid_fen BETWEEN 0 AND amount_fen);
ALTER TABLE order_payment ADD CONSTRAINT order_payment_way CHECK (way IN ('cash', 'transfer'));
ALTER TABLE order_payment ADD CONSTRAINT order_payment_correction CHECK (
  amount_fen <> 0 AND (corrects_id IS NULL) = (amount_fen > 0) AND (corrects_id IS NULL) = (reason IS NULL));

-- What residents have read stays as they read it: items change in a draft alone.
CREATE FUNCTION guard_menu_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM menu_version v WHERE v.street_id = coalesce(NEW.street_id, OLD.street_id)
      AND v.id = coalesce(NEW.menu_version_id, OLD.menu_version_id) AND v.state = 'draft'
  ) THEN
    RAISE EXCEPTION 'items change in a draft alone' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER menu_item_guarded BEFORE INSERT OR UPDATE OR DELETE ON menu_item FOR EACH ROW EXECUTE FUNCTION guard_menu_item();

CREATE FUNCTION guard_menu_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state::text, NEW.state::text) NOT IN (
    ('draft', 'review'), ('review', 'draft'), ('review', 'published'), ('published', 'archived')
  ) THEN
    RAISE EXCEPTION 'a menu does not go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER menu_version_guarded BEFORE UPDATE ON menu_version FOR EACH ROW EXECUTE FUNCTION guard_menu_version();

-- A slot counts the orders that hold it.
CREATE FUNCTION count_order_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.slot_id IS NOT DISTINCT FROM OLD.slot_id THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    UPDATE order_slot s SET taken = s.taken - 1 WHERE s.street_id = OLD.street_id AND s.id = OLD.slot_id;
  END IF;
  UPDATE order_slot s SET taken = s.taken + 1 WHERE s.street_id = NEW.street_id AND s.id = NEW.slot_id;
  RETURN NULL;
END $$;
CREATE TRIGGER service_order_counted AFTER INSERT OR UPDATE ON service_order FOR EACH ROW EXECUTE FUNCTION count_order_slot();

-- However a request is given up, its time is free again.
CREATE FUNCTION free_order_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE service_order o SET slot_id = NULL, version = o.version + 1,
    cancelled_at = CASE WHEN NEW.state = 'submitted' THEN NULL ELSE NEW.updated_at END
  WHERE o.street_id = NEW.street_id AND o.request_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER request_order_freed AFTER UPDATE ON request FOR EACH ROW
  WHEN (OLD.state <> NEW.state AND (NEW.state IN ('withdrawn', 'refused') OR OLD.state = 'refused'))
  EXECUTE FUNCTION free_order_slot();

CREATE TRIGGER order_payment_append_only BEFORE UPDATE OR DELETE ON order_payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER order_payment_not_truncated BEFORE TRUNCATE ON order_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_closing_append_only BEFORE UPDATE OR DELETE ON payment_closing FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_closing_not_truncated BEFORE TRUNCATE ON payment_closing FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An order knows what has been paid for it.
CREATE FUNCTION sum_order_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE service_order o SET paid_fen = o.paid_fen + NEW.amount_fen
  WHERE o.street_id = NEW.street_id AND o.id = NEW.order_id;
  RETURN NULL;
END $$;
CREATE TRIGGER order_payment_summed AFTER INSERT ON order_payment FOR EACH ROW EXECUTE FUNCTION sum_order_payment();

-- Money is entered for a day that is open.
CREATE FUNCTION guard_payment_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payment_closing c
    WHERE c.street_id = NEW.street_id AND c.community_id = NEW.community_id AND c.day >= NEW.day) THEN
    RAISE EXCEPTION 'the day is closed' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_payment_day BEFORE INSERT ON order_payment FOR EACH ROW EXECUTE FUNCTION guard_payment_day();
